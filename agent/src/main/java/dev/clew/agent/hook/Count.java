// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.util.Arrays;

/**
 * What was counted under one spot, summed up.
 *
 * <p><b>Threads</b>: Clew's own. <b>Consistency</b>: what threads count meanwhile may or may not be in it; a task's end
 * is never in it without its creation once both are over.
 */
public final class Count {

    /** What was counted. */
    public final Spot spot;
    /** How many tasks were made. */
    public long created;
    /** How many ended, by outcome. */
    public final long[] ended = new long[Cell.ABSORBED];
    /** How many ran so long, by {@link Span}. */
    public long[] run = {};
    /** How many waited so long to run. */
    public long[] queue = {};
    private final boolean timed;

    Count(Spot spot, boolean timed) {
        this.spot = spot;
        this.timed = timed;
        for (int i = 0; i < ended.length; i++) {
            ended[i] += spot.overflow.get(i + 1);
        }
        ends(spot.past);
    }

    /** Adds the ends that one thread counted. */
    void ends(Cell cell) {
        ended[TaskRecord.RETURNED] += cell.returned;
        long[] others = cell.others;
        for (int i = 0; others != null && i < ended.length; i++) {
            ended[i] += others[i];
        }
        if (timed) {
            run = sum(run, cell.run);
            queue = sum(queue, cell.queue);
        }
    }

    /** Adds the creations that threads counted without a cell, or that are past. */
    void creations() {
        created += spot.overflow.get(0) - spot.overflow.get(Cell.ABSORBED + 1);
        creations(spot.past);
    }

    /** Adds the creations that one thread counted. */
    void creations(Cell cell) {
        long[] others = cell.others;
        created += cell.created - (others == null ? 0 : others[Cell.ABSORBED]);
    }

    /** Returns how many live. */
    public long live() {
        long live = created;
        for (long each : ended) {
            live -= each;
        }
        return live;
    }

    private static long[] sum(long[] counts, int[] more) {
        long[] sum = counts.length < more.length ? Arrays.copyOf(counts, more.length) : counts;
        for (int i = 0; i < more.length; i++) {
            sum[i] += more[i];
        }
        return sum;
    }
}
