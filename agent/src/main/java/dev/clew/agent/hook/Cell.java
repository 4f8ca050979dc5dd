// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.util.Arrays;

/**
 * What one thread counted under one spot.
 *
 * <p><b>Threads</b>: one writes, the recorder reads. <b>Consistency</b>: a reader may see a count that is a moment old.
 * <b>Cost</b>: plain stores; an allocation where a length of time is longer than those before.
 */
final class Cell {

    /** Ends are told apart by outcome; one more stands for records that another one took the place of. */
    static final int ENDS = 9;
    static final int ABSORBED = 8;
    private static final int FEW = 16;
    private static final int[] NONE = {};

    final Spot spot;
    long created;
    long returned;
    /** Other ends by outcome; null until there is one. */
    long[] others;
    /** How many tasks ran, and waited to run, for how long, by {@link Span#bucket}. */
    int[] run = NONE;
    int[] queue = NONE;

    Cell(Spot spot) {
        this.spot = spot;
    }

    void ended(int outcome, long by) {
        if (outcome == TaskRecord.RETURNED) {
            returned += by;
            return;
        }
        if (others == null) {
            others = new long[ENDS];
        }
        others[outcome] += by;
    }

    /** Counts how long a task ran and had waited to run, as far as it is known. */
    void took(TaskRecord record) {
        long made = record.createdAt;
        long begun = record.startedAt();
        long over = record.endedAt();
        if (over == 0 || record.untimed()) {
            return;
        }
        if (begun == 0) {
            if (record.kind == TaskRecord.THREAD && made != 0) {
                run = counted(run, over - made);
            }
        } else if (begun - over <= 0) {
            run = counted(run, over - begun);
            if (made != 0) {
                queue = counted(queue, begun - made);
            }
        }
    }

    private static int[] counted(int[] spans, long nanos) {
        int bucket = Span.bucket(nanos);
        int[] counts = bucket < spans.length ? spans : Arrays.copyOf(spans, (bucket / FEW + 1) * FEW);
        if (++counts[bucket] < 0) {
            halve(counts);
        }
        return counts;
    }

    /** Keeps the shares when a count is at its end. */
    private static void halve(int[] counts) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] >>>= 1;
        }
    }

    /** Adds what another one counted that nobody writes any more. */
    void add(Cell other) {
        created += other.created;
        returned += other.returned;
        long[] ends = other.others;
        for (int i = 0; ends != null && i < ENDS; i++) {
            ended(i, ends[i]);
        }
        run = sum(run, other.run);
        queue = sum(queue, other.queue);
    }

    private static int[] sum(int[] counts, int[] more) {
        int[] sum = counts.length < more.length ? Arrays.copyOf(counts, more.length) : counts;
        for (int i = 0; i < more.length; i++) {
            sum[i] += more[i];
            if (sum[i] < 0) {
                halve(sum);
            }
        }
        return sum;
    }
}
