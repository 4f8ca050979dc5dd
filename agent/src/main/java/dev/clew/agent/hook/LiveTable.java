// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/**
 * The live tasks, in chunks of slots.
 *
 * <p>A chunk belongs to one {@link Lane}, which alone places records in it, until the lane lets it go. What then thins
 * out is moved together by the sweep, so that a survivor here and there does not keep its whole chunk.
 *
 * <p><b>Threads</b>: the thread of a lane places; any thread removes; walks and sweeps are Clew's, and wait for one
 * another. <b>Consistency</b>: a walk sees every task that lives during the whole walk, exactly once. <b>Cost</b>: a
 * store to place and a compare-and-set to remove; no lock, and a walk stops nobody but another walk.
 */
public final class LiveTable {

    /** How many slots a chunk has. */
    static final int SIZE = 32;
    /** A chunk with so many free slots is worth to be filled again. */
    static final int ROOMY = 8;
    private static final int BITS = 5;
    private static final int PAGE = 1_024;
    private static final int PAGES = 1 << 12;

    /** A run of slots. */
    static final class Chunk extends AtomicReferenceArray<TaskRecord> {
        private static final long serialVersionUID = 1;
        final int number;
        /** A lane places records in it, or the sweep does. */
        volatile boolean owned = true;

        Chunk(int number) {
            super(SIZE);
            this.number = number;
        }

        int free() {
            int free = 0;
            for (int i = 0; i < SIZE; i++) {
                free += getPlain(i) == null ? 1 : 0;
            }
            return free;
        }
    }

    /** The attachment of Clew whose tasks these are. */
    final int session;
    private final AtomicReferenceArray<AtomicReferenceArray<Chunk>> pages = new AtomicReferenceArray<>(PAGES);
    private final AtomicInteger numbers = new AtomicInteger();
    /** The numbers of chunks that are no more. */
    private final ConcurrentLinkedQueue<Integer> freed = new ConcurrentLinkedQueue<>();
    /** Where the sweep moves survivors, and how much of it is used. */
    private Chunk packed;
    private int packedUsed = SIZE;

    LiveTable(int session) {
        this.session = session;
    }

    /** Returns a new chunk that belongs to the caller. */
    Chunk chunk() {
        Integer free = freed.poll();
        Chunk chunk = new Chunk(free == null ? numbers.getAndIncrement() : free);
        page(chunk.number).set(chunk.number % PAGE, chunk);
        return chunk;
    }

    private AtomicReferenceArray<Chunk> page(int number) {
        AtomicReferenceArray<Chunk> page = pages.get(number / PAGE);
        if (page != null) {
            return page;
        }
        AtomicReferenceArray<Chunk> fresh = new AtomicReferenceArray<>(PAGE);
        return pages.compareAndSet(number / PAGE, null, fresh) ? fresh : pages.get(number / PAGE);
    }

    private Chunk at(int number) {
        AtomicReferenceArray<Chunk> page = pages.get(number / PAGE);
        return page == null ? null : page.get(number % PAGE);
    }

    /** Puts a record into a slot of a chunk that the caller owns. */
    static void put(TaskRecord record, Chunk chunk, int index) {
        record.slot((chunk.number << BITS | index) + 1);
        chunk.setRelease(index, record);
    }

    void remove(TaskRecord record) {
        for (int slot = record.slot(); slot != 0;) {
            Chunk chunk = at(slot - 1 >>> BITS);
            if (chunk != null && chunk.compareAndSet(slot - 1 & SIZE - 1, record, null)) {
                return;
            }
            int now = record.slot();
            slot = now == slot ? 0 : now; // it was moved meanwhile
        }
    }

    /** Visits the live tasks. */
    public synchronized void walk(Consumer<TaskRecord> visitor) {
        chunks(chunk -> {
            for (int i = 0; i < SIZE; i++) {
                TaskRecord record = chunk.getAcquire(i);
                if (record != null) {
                    visitor.accept(record);
                }
            }
        });
    }

    private void chunks(Consumer<Chunk> visitor) {
        int end = numbers.get();
        for (int number = 0; number < end; number++) {
            Chunk chunk = at(number);
            if (chunk != null) {
                visitor.accept(chunk);
            }
        }
    }

    /** Drops the chunks that are empty and moves survivors together; returns how many chunks are left. */
    public synchronized int sweep() {
        int[] left = new int[1];
        chunks(chunk -> left[0] += chunk.owned || !thin(chunk) ? 1 : 0);
        return left[0];
    }

    /** Whether a chunk that nobody owns was thin, and is dropped now. */
    private boolean thin(Chunk chunk) {
        if (chunk.free() < SIZE / 2) {
            return false;
        }
        for (int i = 0; i < SIZE; i++) {
            TaskRecord record = chunk.getAcquire(i);
            if (record != null) {
                move(record, chunk, i);
            }
        }
        page(chunk.number).set(chunk.number % PAGE, null);
        freed.add(chunk.number);
        return true;
    }

    private void move(TaskRecord record, Chunk from, int index) {
        if (packedUsed == SIZE) {
            if (packed != null) {
                packed.owned = false;
            }
            packed = chunk();
            packedUsed = 0;
        }
        int to = packedUsed++;
        put(record, packed, to);
        if (!from.compareAndSet(index, record, null)) {
            packed.compareAndSet(to, record, null); // it was removed from the old place
        }
    }

    /** Lets go of everything: a record that lives on in an object of the application must not lead to the others. */
    synchronized void clear() {
        walk(TaskRecord::release);
        chunks(chunk -> {
            for (int i = 0; i < SIZE; i++) {
                chunk.set(i, null);
            }
        });
    }
}
