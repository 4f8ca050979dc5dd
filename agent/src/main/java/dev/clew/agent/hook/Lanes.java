// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * All lanes of the present attachment.
 *
 * <p><b>Threads</b>: any thread opens its own; the rest is Clew's. <b>Consistency</b>: what a thread counted outlives it.
 */
final class Lanes {

    private static final AtomicReference<Lane> NEWEST = new AtomicReference<>();
    private static final int STRIPES = 8;
    private static final int STRIDE = 64;
    /** How often hooks fired on threads that do not lead to their lane at once. */
    private static final AtomicLongArray FAR = new AtomicLongArray(STRIPES * STRIDE);
    /** What lanes counted whose threads are over. */
    private static final long[] FIRED = new long[Meter.NAMES.length];
    private static Toll creating = new Toll();
    private static Toll ending = new Toll();
    private static final AtomicLong ENDED = new AtomicLong();
    private static long missed;
    private static long takenAt;
    /** In the mean so often the start of a task is timed on each lane, at most. */
    private static final long NANOS_A_TIMING = 10_000;

    private Lanes() {}

    /** Gives a platform thread, the caller's, its lane. */
    static Lane opened(ThreadRecord record) {
        Lane lane = new Lane(record, Recording.live);
        record.midst().lane = lane;
        Lane head;
        do {
            head = NEWEST.get();
            lane.next = head;
        } while (!NEWEST.compareAndSet(head, lane));
        return lane;
    }

    private static long sum(ToLongFunction<Lane> count) {
        long sum = 0;
        for (Lane lane = NEWEST.get(); lane != null; lane = lane.next) {
            sum += count.applyAsLong(lane);
        }
        return sum;
    }

    /** Counts a firing on a thread that does not lead to its lane at once. */
    static void count(int hook) {
        FAR.getAndIncrement((System.identityHashCode(Thread.currentThread()) & STRIPES - 1) * STRIDE + hook);
    }

    /** Returns how often a hook fired. */
    static synchronized long fired(int hook) {
        long sum = FIRED[hook] + sum(lane -> lane.fired[hook]);
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            sum += FAR.get(stripe * STRIDE + hook);
        }
        return sum;
    }

    /** Returns what creations cost. */
    static synchronized Toll creating() {
        return toll(creating, lane -> lane.creating);
    }

    /** Returns what endings cost. */
    static synchronized Toll ending() {
        return toll(ending, lane -> lane.ending);
    }

    private static Toll toll(Toll folded, Function<Lane, Toll> part) {
        Toll sum = new Toll();
        sum.add(folded);
        for (Lane lane = NEWEST.get(); lane != null; lane = lane.next) {
            sum.add(part.apply(lane));
        }
        return sum;
    }

    /** Returns how many tasks ended, over all attachments. */
    static synchronized long ended() {
        return ENDED.get() + sum(lane -> lane.ended);
    }

    /** Returns how many uneventful endings are not held. */
    static synchronized long missed() {
        return missed + sum(lane -> lane.endings.missed());
    }

    /** Hands over the latest uneventful endings, at most so many of each lane, and makes room for more. */
    static synchronized void take(int most, Consumer<TaskRecord> taker) {
        long now = System.nanoTime();
        int timings = (int) Math.min(Integer.MAX_VALUE, (now - takenAt) / NANOS_A_TIMING);
        takenAt = now;
        for (Lane lane = NEWEST.get(); lane != null; lane = lane.next) {
            missed += lane.endings.take(most, taker);
            lane.endings.room(most);
            lane.grant(timings);
        }
    }

    /** Adds up the lanes of threads that are over and forgets them; the recorder has taken their endings before. */
    static synchronized void sweep(Consumer<TaskRecord> taker) {
        Lane newer = NEWEST.get();
        if (newer == null) {
            return;
        }
        for (Lane lane = newer.next; lane != null; lane = lane.next) {
            Thread thread = lane.thread.get();
            if (thread == null || !thread.isAlive()) {
                fold(lane, taker);
                newer.next = lane.next;
            } else {
                newer = lane;
            }
        }
    }

    /** Visits what lanes count by spot; under this class's lock. */
    static void tallies(Consumer<Tally> visitor) {
        for (Lane lane = NEWEST.get(); lane != null; lane = lane.next) {
            visitor.accept(lane.tally);
        }
    }

    private static void fold(Lane lane, Consumer<TaskRecord> taker) {
        missed += lane.endings.take(Integer.MAX_VALUE, taker) + lane.endings.missed();
        for (int i = 0; i < FIRED.length; i++) {
            FIRED[i] += lane.fired[i];
        }
        ENDED.addAndGet(lane.ended);
        lane.tally.fold();
        creating.add(lane.creating);
        ending.add(lane.ending);
        lane.close();
        lane.owner.midst().lane = null;
    }

    /** Forgets all lanes at the end of an attachment; threads that still write to one write into the void. */
    static synchronized void reset() {
        take(Integer.MAX_VALUE, TaskRecord::release);
        for (Lane lane = NEWEST.getAndSet(null); lane != null; lane = lane.next) {
            ENDED.addAndGet(lane.ended);
            missed += lane.endings.missed();
        }
        Arrays.fill(FIRED, 0);
        creating = new Toll();
        ending = new Toll();
        for (int i = 0; i < FAR.length(); i++) {
            FAR.set(i, 0);
        }
    }
}
