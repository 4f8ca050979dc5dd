// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/**
 * The latest uneventful endings of one lane, until the recorder takes them; what is overwritten before is counted.
 *
 * <p><b>Threads</b>: the lane's thread adds, the recorder takes. <b>Cost</b>: two stores; grows to
 * {@value #LARGEST} endings where they come quickly.
 */
final class Ring {

    private static final int SMALLEST = 32;
    private static final int LARGEST = 1 << 14;
    private static final VarHandle ADDED;

    static {
        try {
            ADDED = MethodHandles.lookup().findVarHandle(Ring.class, "added", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile AtomicReferenceArray<TaskRecord> slots = new AtomicReferenceArray<>(SMALLEST);
    /** How many were ever added. */
    private volatile long added;
    /** How many of them the recorder has seen or missed. */
    private volatile long taken;

    void add(TaskRecord record) {
        AtomicReferenceArray<TaskRecord> ring = slots;
        long at = added;
        if (at - taken >= ring.length() && ring.length() < LARGEST) {
            ring = grown(ring, at);
        }
        ring.setRelease((int) at & ring.length() - 1, record);
        ADDED.setRelease(this, at + 1);
    }

    private AtomicReferenceArray<TaskRecord> grown(AtomicReferenceArray<TaskRecord> old, long end) {
        AtomicReferenceArray<TaskRecord> larger = new AtomicReferenceArray<>(old.length() * 2);
        for (long i = Math.max(0, end - old.length()); i < end; i++) {
            larger.setPlain((int) i & larger.length() - 1, old.getPlain((int) i & old.length() - 1));
        }
        slots = larger;
        return larger;
    }

    /** Hands over what was added since the last time, at most so many, the newest; returns how many were missed. */
    long take(int most, Consumer<TaskRecord> taker) {
        long end = added;
        AtomicReferenceArray<TaskRecord> ring = slots;
        long begin = Math.max(taken, end - Math.min(most, ring.length()));
        TaskRecord[] found = new TaskRecord[(int) (end - begin)];
        for (int i = 0; i < found.length; i++) {
            int slot = (int) (begin + i) & ring.length() - 1;
            found[i] = ring.getAcquire(slot);
        }
        long intact = Math.max(begin, added - ring.length() + 1); // older slots may have been written again meanwhile
        long missed = Math.max(0, Math.min(intact, end) - taken);
        for (long i = Math.min(intact, end); i < end; i++) {
            taker.accept(found[(int) (i - begin)]);
            ring.compareAndSet((int) i & ring.length() - 1, found[(int) (i - begin)], null);
        }
        taken = end;
        return missed;
    }
}
