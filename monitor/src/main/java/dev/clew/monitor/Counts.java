// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor;

import dev.clew.model.Capture;
import dev.clew.model.Frame;
import dev.clew.model.Kind;
import java.time.Instant;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * How many tasks there were since Clew came, by where they come from.
 *
 * @param since when counting began
 * @param windowMillis how long a time {@code recent} is about
 * @param parents the places: of each, the number of the one of the tasks that create its tasks; -1 for none
 * @param counted the counts
 */
public record Counts(Instant since, long windowMillis, List<Integer> parents, List<Counted> counted) {

    /**
     * The tasks of one place with one site, kind and capture.
     *
     * @param place the place's number
     * @param site the frame that stands for their creations; null if there is none
     * @param kind their kind; null if they differ
     * @param name the name of their work; null if it is not known
     * @param capture how the stacks of their creations are known
     * @param note why there is no site; null if there is one
     * @param system they are the JVM's or Clew's own
     * @param live how many live
     * @param created how many were created
     * @param recent how many of those in the window
     * @param ended how many ended, by outcome
     * @param unobserved how many failures nobody has looked at
     * @param run how long they ran
     * @param queue how long they waited to run
     */
    public record Counted(int place, Frame site, Kind kind, String name, Capture capture, String note, boolean system,
            long live, long created, long recent, long[] ended, long unobserved, Lengths run, Lengths queue) {}

    /**
     * Lengths of time in buckets.
     *
     * @param counts how many are in each bucket
     * @param nanos how long those of a bucket are
     */
    public record Lengths(long[] counts, IntToLongFunction nanos) {}
}
