// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.answer;

import dev.clew.model.Frame;
import dev.clew.model.Kind;
import java.time.Instant;
import java.util.List;

/**
 * Live tasks by who created them; tasks that were created alike stand for one another.
 *
 * @param total how many live tasks there are, before the filter
 * @param matching how many of them the filter lets through
 * @param left how many of those are in no row, because there would be too many
 * @param folded how many dependent stages are folded under their source and so counted nowhere above
 * @param branches the rows, each below its creator, the largest branch first
 */
public record TaskTree(long total, long matching, long left, long folded, List<Branch> branches) implements Answer {

    /**
     * Tasks of one kind, name and site that were created by the same branch; names that differ in digits are alike.
     *
     * @param depth how many branches are above it
     * @param count how many live tasks it has itself; 0 for a creator that has ended or that the filter leaves out
     * @param below how many live tasks it and the branches below it have
     * @param task the id of its first task; null if it stands for what is not known
     * @param kind their kind, or null
     * @param name their name, with {@code *} where they differ in digits; null if they have none
     * @param site their site, or null
     * @param states how many of them are in each state, the most frequent first
     * @param oldestAt when the first one was created; null if that is not known
     * @param note that the creator has ended, or why it is not known; null if neither
     */
    public record Branch(int depth, long count, long below, Long task, Kind kind, String name, Frame site,
            List<GroupList.Tally> states, Instant oldestAt, String note) {}
}
