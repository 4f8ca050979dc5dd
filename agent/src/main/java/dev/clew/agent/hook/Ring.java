// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/**
 * The uneventful endings of one lane that wait for the recorder. When there is no room for more, or when so many tasks
 * begin that not all starts are timed, they are counted, and not even the time of an ending is taken.
 *
 * <p><b>Threads</b>: the lane's thread adds, the recorder takes. <b>Cost</b>: a time, an object and a store, or an
 * increment where there is no room; grows to {@value #LARGEST} endings where they come quickly.
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
    /** How many of them the recorder has taken. */
    private volatile long taken;
    /** How many may wait until the recorder comes again. */
    private volatile int room = LARGEST;
    /** How many there was no room for; written by the lane's thread. */
    private long missed;

    /** Ends a record whose ending is claimed. */
    void end(TaskRecord record) {
        boolean held = added - taken < room && !record.untimed();
        if (held) {
            record.particulars().endedAt = System.nanoTime();
        }
        record.forget();
        record.publishEnd();
        if (held) {
            add(record);
        } else {
            missed++;
        }
    }

    private void add(TaskRecord record) {
        AtomicReferenceArray<TaskRecord> ring = slots;
        long at = added;
        if (at - taken >= ring.length()) {
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

    /** Returns how many there was no room for. */
    long missed() {
        return missed;
    }

    /** Hands over what waits, at most so many, the newest; returns how many were left out. */
    long take(int most, Consumer<TaskRecord> taker) {
        long end = added;
        AtomicReferenceArray<TaskRecord> ring = slots;
        long begin = Math.max(taken, end - most);
        long left = begin - taken;
        for (long i = taken; i < end; i++) {
            TaskRecord record = ring.getAndSet((int) i & ring.length() - 1, null);
            if (i >= begin) {
                taker.accept(record);
            }
        }
        taken = end;
        return left;
    }

    /** Tells how many may wait until the recorder comes again. */
    void room(int most) {
        room = Math.max(SMALLEST, Math.min(LARGEST, most));
    }
}
