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
    private static final int MOST_TIMINGS = 5_000;

    private final int session;
    private final LiveTable table;
    final ThreadRecord owner;
    final WeakReference<Thread> thread;
    /** The lane that was there before this one. */
    Lane next;

    /** How often each hook fired. */
    final long[] fired = new long[Meter.NAMES.length];
    /** How many tasks ended. */
    long ended;
    final Ring endings = new Ring();
    final Tally tally = new Tally();
    /** What creations and endings cost. */
    final Toll creating = new Toll();
    final Toll ending = new Toll();
    /** How many starts of tasks may be timed until the recorder comes again. */
    private int timings = MOST_TIMINGS;

    private long nextId;
    private long lastId;
    private int idBlock = 1;
    private long idsTakenAt;

    /** The chunk that is being filled, one of those kept. */
    private LiveTable.Chunk chunk;
    private int used = LiveTable.SIZE;
    private final LiveTable.Chunk[] kept = new LiveTable.Chunk[KEPT_CHUNKS];
    private int hand;

    Lane(ThreadRecord owner, LiveTable table) {
        this.table = table;
        this.session = table.session;
        this.owner = owner;
        this.thread = new WeakReference<>(owner.runner());
    }

    /** Returns the lane of the platform thread that runs this. */
    static Lane mine() {
        Thread carrier = Slots.carrier();
        ThreadRecord record = Recording.of(carrier);
        Lane lane = record.midst().lane;
        return lane != null ? lane : Lanes.opened(record);
    }

    /** Returns the lane of the platform thread that runs this if it is found by one load or two; otherwise null. */
    static Lane near() {
        ThreadRecord record = Recording.near(Slots.carrier());
        ThreadParticulars within = record == null ? null : record.within();
        return within == null ? null : within.lane; // of a record of the present attachment, so is its lane
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

    /** A task begins to run on this lane; the time is taken unless very many begin. */
    void begins(TaskRecord record) {
        if (timings > 0) {
            timings--;
            record.begins(System.nanoTime());
        } else {
            record.beginsUntimed();
        }
    }

    /** More starts may be timed. */
    void grant(int more) {
        timings = Math.min(MOST_TIMINGS, timings + more);
    }

    /** Places a record among the live ones, unless it belongs to another attachment. */
    void place(TaskRecord record) {
        while (record.session() == session) {
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
