// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.ref.WeakReference;

/**
 * What belongs to one platform thread, virtual threads that it carries included: ids, slots for live tasks, counts, and
 * the latest uneventful endings. Nobody else writes it, so that nothing of it is contended.
 *
 * <p><b>Threads</b>: its own thread writes; between finding a lane and writing to it nothing may unmount a virtual
 * thread. The recorder reads. <b>Consistency</b>: a reader may see a count that is a moment old.
 */
final class Lane {

    private static final int MOST_IDS = 64;
    private static final long BUSY_NANOS = 100_000;
    private static final long STALE_NANOS = 10_000_000;
    private static final int KEPT_CHUNKS = 64;

    final int session = Recording.session;
    private final LiveTable table;
    final WeakReference<Thread> owner;
    /** The lane that was there before this one. */
    Lane next;

    /** How often each hook fired. */
    final long[] fired = new long[Meter.NAMES.length];
    /** How many tasks ended. */
    long ended;
    final Ring endings = new Ring();

    private long nextId;
    private long lastId;
    private int idBlock = 1;
    private long idsTakenAt;

    /** The chunk that is being filled, one of those kept. */
    private LiveTable.Chunk chunk;
    private int used = LiveTable.SIZE;
    private final LiveTable.Chunk[] kept = new LiveTable.Chunk[KEPT_CHUNKS];
    private int hand;

    Lane(Thread owner, LiveTable table) {
        this.table = table;
        this.owner = new WeakReference<>(owner);
    }

    /** Returns the lane of the platform thread that runs this. */
    static Lane mine() {
        Thread carrier = Slots.carrier();
        ThreadRecord record = Recording.of(carrier);
        Lane lane = record.lane;
        return lane != null && lane.session == Recording.session ? lane : Lanes.opened(record, carrier);
    }

    /** Returns the lane of the platform thread that runs this if it is found by one load; otherwise null. */
    static Lane near() {
        return Slots.lock(Slots.carrier()) instanceof ThreadRecord record && record.lane != null
                && record.lane.session == Recording.session ? record.lane : null;
    }

    /** Returns a new id: the next one of all, or of a block that was taken at once where tasks are made quickly. */
    long nextId(long now) {
        if (nextId < lastId && now - idsTakenAt < STALE_NANOS) {
            return ++nextId;
        }
        idBlock = now - idsTakenAt < BUSY_NANOS ? Math.min(MOST_IDS, idBlock * 2) : 1;
        idsTakenAt = now;
        lastId = Recording.IDS.addAndGet(idBlock);
        nextId = lastId - idBlock + 1;
        return nextId;
    }

    /** Places a record among the live ones. */
    void place(TaskRecord record) {
        for (;;) {
            while (used < LiveTable.SIZE) {
                int slot = used++;
                if (chunk.get(slot) == null) {
                    LiveTable.put(record, chunk, slot);
                    return;
                }
            }
            turn();
        }
    }

    /** Goes on to the next of the kept chunks, or to a new one in the place of one that is still full. */
    private void turn() {
        hand = (hand + 1) % KEPT_CHUNKS;
        LiveTable.Chunk candidate = kept[hand];
        if (candidate != null && candidate.free() < LiveTable.ROOMY) {
            candidate.owned = false;
            candidate = null;
        }
        if (candidate == null) {
            candidate = table.chunk();
            kept[hand] = candidate;
        }
        chunk = candidate;
        used = 0;
    }

    /** Lets go of the chunks; nobody may write here any more. */
    void close() {
        for (LiveTable.Chunk each : kept) {
            if (each != null) {
                each.owned = false;
            }
        }
    }
}
