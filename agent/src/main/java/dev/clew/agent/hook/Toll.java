// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

/**
 * What one sort of event costs the threads of the application, by one in {@value #ONE_IN} of them on each lane.
 *
 * <p><b>Threads</b>: the lane's thread writes, the recorder reads. <b>Consistency</b>: both numbers may be a moment apart.
 * <b>Cost</b>: an increment; two readings of the clock for those that are measured.
 */
public final class Toll {

    /** One in so many events is measured, a power of two. */
    public static final int ONE_IN = 512;

    private int count;
    private long nanos;
    private long measured;

    /** Counts an event; returns whether it is one to be measured. */
    boolean due() {
        return (++count & ONE_IN - 1) == 0;
    }

    /** An event that was to be measured began at that time, and is over. */
    void since(long begin) {
        nanos += System.nanoTime() - begin;
        measured++;
    }

    /** Adds what another one counted. */
    void add(Toll other) {
        nanos += other.nanos;
        measured += other.measured;
    }

    /** Returns how many events were measured. */
    public long measured() {
        return measured;
    }

    /** Returns the mean of those, in nanoseconds; 0 if there are none. */
    public long mean() {
        return measured == 0 ? 0 : nanos / measured;
    }
}
