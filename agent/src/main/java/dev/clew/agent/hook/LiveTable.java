// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/**
 * The live tasks, in chunks of slots.
 *
 * <p><b>Threads</b>: any thread places and removes; one thread of Clew at a time sweeps. <b>Consistency</b>: a walk
 * sees every task that lives during the whole walk, exactly once. <b>Cost</b>: placing and removing are one atomic
 * operation each, striped by thread; no lock, and a walk stops nobody.
 */
public final class LiveTable {

    private static final int STRIPES = 8;
    private static final int SIZE = 64;

    /** A run of slots, linked to the one that its stripe filled before. */
    static final class Chunk {
        final AtomicReferenceArray<TaskRecord> slots = new AtomicReferenceArray<>(SIZE);
        final AtomicInteger used = new AtomicInteger();
        final AtomicInteger gone = new AtomicInteger();
        volatile Chunk older;

        Chunk(Chunk older) {
            this.older = older;
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private final AtomicReference<Chunk>[] heads = new AtomicReference[STRIPES];

    LiveTable() {
        for (int i = 0; i < STRIPES; i++) {
            heads[i] = new AtomicReference<>(new Chunk(null));
        }
    }

    void add(TaskRecord record) {
        AtomicReference<Chunk> head = heads[System.identityHashCode(Thread.currentThread()) & (STRIPES - 1)];
        for (;;) {
            Chunk chunk = head.get();
            int slot = chunk.used.get() < SIZE ? chunk.used.getAndIncrement() : SIZE;
            if (slot < SIZE) {
                record.index = slot;
                record.chunk = chunk;
                chunk.slots.setRelease(slot, record);
                return;
            }
            head.compareAndSet(chunk, new Chunk(chunk));
        }
    }

    void remove(TaskRecord record) {
        Chunk chunk = record.chunk;
        if (chunk != null && chunk.slots.compareAndSet(record.index, record, null)) {
            chunk.gone.incrementAndGet();
            record.chunk = null;
        }
    }

    /** Visits the live tasks, newest first within each stripe. */
    public void walk(Consumer<TaskRecord> visitor) {
        for (AtomicReference<Chunk> head : heads) {
            for (Chunk chunk = head.get(); chunk != null; chunk = chunk.older) {
                for (int i = 0; i < SIZE; i++) {
                    TaskRecord record = chunk.slots.getAcquire(i);
                    if (record != null) {
                        visitor.accept(record);
                    }
                }
            }
        }
    }

    /** Unlinks chunks that nothing will ever be found in again; one thread at a time. Returns how many are left. */
    public int sweep() {
        int left = 0;
        for (AtomicReference<Chunk> head : heads) {
            Chunk newer = head.get();
            left++;
            for (Chunk chunk = newer.older; chunk != null; chunk = chunk.older) {
                if (chunk.gone.get() == SIZE) {
                    newer.older = chunk.older;
                } else {
                    newer = chunk;
                    left++;
                }
            }
        }
        return left;
    }

    /** Lets go of everything: a record that lives on in an object of the application must not lead to the others. */
    void clear() {
        walk(TaskRecord::release);
        for (AtomicReference<Chunk> head : heads) {
            for (Chunk chunk = head.get(); chunk != null; chunk = chunk.older) {
                for (int i = 0; i < SIZE; i++) {
                    chunk.slots.set(i, null);
                }
            }
        }
    }
}
