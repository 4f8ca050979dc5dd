// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.answer;

import dev.clew.model.Frame;
import dev.clew.model.Kind;
import java.time.Instant;
import java.util.List;

/**
 * Every task since Clew came, counted by its site.
 *
 * @param by what the tasks of a row have in common: {@code site}, {@code class}, {@code package}, {@code kind} or
 *     {@code capture}
 * @param since when counting began
 * @param windowMillis how long a time {@code recent} is about
 * @param total how many rows there are, before the filter
 * @param matching how many of them the filter lets through
 * @param shown how many are in {@code sites}
 * @param live how many tasks of the matching rows live
 * @param created how many were created since then, those included that were there before
 * @param sites the rows, in the order asked for
 */
public record SiteList(String by, Instant since, long windowMillis, long total, long matching, long shown, long live,
        long created, List<SiteCount> sites) implements Answer {

    /**
     * The tasks of one site and kind, or of what else they are counted by.
     *
     * @param key what they have in common, as text; null if there is none or it is not known
     * @param site the frame, if they are counted by it; null if not
     * @param kind their kind; null if they differ
     * @param live how many live
     * @param created how many were created
     * @param recent how many of those in the last {@code windowMillis}
     * @param failed how many failed
     * @param cancelled how many were cancelled
     * @param unobserved how many failures nobody has looked at
     * @param outcomes how many ended, by outcome, the most frequent first
     * @param run how long they ran
     * @param queue how long they waited to run
     * @param captures how the stacks of their creations are known, the most frequent first
     * @param note why there is no site; null if there is one
     */
    public record SiteCount(String key, Frame site, Kind kind, long live, long created, long recent, long failed,
            long cancelled, long unobserved, List<GroupList.Tally> outcomes, Spread run, Spread queue,
            List<GroupList.Tally> captures, String note) {}

    /**
     * How lengths of time are spread.
     *
     * @param count how many there are
     * @param p50Micros half of them are at most so many microseconds; null if there are none
     * @param p99Micros all but one in a hundred are at most so many microseconds; null if there are none
     */
    public record Spread(long count, Long p50Micros, Long p99Micros) {}
}
