// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Decides how much is taken of a creation: nothing where the place is settled, else the stack, or nothing where
 * stacks would cost too much.
 *
 * <p><b>Threads</b>: any thread makes; the recorder takes. <b>Cost</b>: a settled place costs a look-up; a stack costs
 * what the JVM charges, and two atomic operations.
 */
final class Creations {

    private static final long SECOND = 1_000_000_000;

    /** How many creations may wait for the recorder before stacks are left out. */
    static volatile int backlog = 200_000;
    /** How many stacks a second are taken at places that have shown several. */
    static volatile int allowance = Integer.MAX_VALUE;

    static final AtomicLong THROTTLED = new AtomicLong();
    /** Creations that the recorder has not decoded yet. */
    private static final AtomicReference<Creation> BORN = new AtomicReference<>();
    private static final AtomicInteger WAITING = new AtomicInteger();
    /** When the present second began, and how many stacks of the allowance are spent. */
    private static final AtomicLong SECOND_BEGAN = new AtomicLong();
    private static final AtomicInteger SPENT = new AtomicInteger();

    private Creations() {}

    /**
     * Returns the creation of a task by another one.
     *
     * @param key what tells its place from others below the same one, together with the sort
     */
    static Creation of(TaskRecord parent, Class<?> work, Class<?> key, byte sort, long now) {
        Origin origin = Origins.of(parent.creation.origin, key, sort);
        Creation shared = origin.shared(now);
        return shared != null ? shared : taken(origin, work, now);
    }

    /** Returns the creation of a thread of Clew's own: no stack is taken, since none of its frames is ever shown. */
    static Creation unseen(TaskRecord parent) {
        return new Creation(Creation.EXACT, null, parent.creation.origin);
    }

    private static Creation taken(Origin origin, Class<?> work, long now) {
        if (WAITING.get() > backlog || origin.several() && !allowed(now)) {
            THROTTLED.incrementAndGet();
            Creation bare = new Creation(Creation.THROTTLED, null, origin);
            bare.work = work;
            return bare;
        }
        Snapshot stack = new Snapshot();
        origin.taken(stack, now);
        Creation creation = new Creation(Creation.EXACT, stack, origin);
        creation.work = work;
        push(creation);
        return creation;
    }

    /** Spends one stack of the present second's allowance; what two threads do at its turn need not be exact. */
    private static boolean allowed(long now) {
        long began = SECOND_BEGAN.get();
        if (now - began > SECOND && SECOND_BEGAN.compareAndSet(began, now)) {
            SPENT.set(0);
        }
        return SPENT.get() < allowance && SPENT.incrementAndGet() <= allowance;
    }

    private static void push(Creation creation) {
        WAITING.incrementAndGet();
        Creation head;
        do {
            head = BORN.get();
            creation.next = head;
        } while (!BORN.compareAndSet(head, creation));
    }

    /** Takes what waits, linked by {@code next}. */
    static Creation takeAll() {
        return BORN.getAndSet(null);
    }

    /** The recorder has decoded so many. */
    static void decoded(int count) {
        WAITING.addAndGet(-count);
    }

    /** Forgets what waits. */
    static void begin() {
        BORN.set(null);
        WAITING.set(0);
        SECOND_BEGAN.set(System.nanoTime());
        SPENT.set(0);
    }
}
