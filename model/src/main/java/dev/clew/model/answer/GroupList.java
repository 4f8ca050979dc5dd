// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.answer;

import dev.clew.model.Frame;
import java.time.Instant;
import java.util.List;

/**
 * Tasks, live or ended, counted by what they have in common.
 *
 * @param by what that is: {@code site}, {@code kind}, {@code state}, {@code name}, {@code thread}, {@code outcome},
 *     {@code error} or {@code parent}
 * @param total how many tasks there are, before the filter
 * @param matching how many of them the filter lets through
 * @param found how many groups those make, before what the filter asks of groups, and the limit
 * @param shown how many are in {@code groups}
 * @param ungrouped how many tasks are in no group, because there would be too many groups
 * @param folded how many dependent stages are folded under their source and so counted nowhere above
 * @param dropped how many endings the history no longer holds; 0 for live tasks
 * @param groups the groups, in the order asked for
 */
public record GroupList(String by, long total, long matching, long found, long shown, long ungrouped, long folded,
        long dropped, List<Group> groups) implements Answer {

    /**
     * Tasks that have something in common.
     *
     * @param key what they have in common, as text; null if it is not known or there is none
     * @param site the frame, if they are grouped by it; null if not
     * @param count how many they are
     * @param tally how many of them are in each state, or had each outcome, the most frequent first
     * @param oldest the id of the one that was created first
     * @param oldestAt when that was; null if that is not known
     * @param newest the id of the one that was created last
     */
    public record Group(String key, Frame site, long count, List<Tally> tally, long oldest, Instant oldestAt,
            long newest) {}

    /**
     * A count.
     *
     * @param word the state or outcome; null if it is not known
     * @param count how many
     */
    public record Tally(String word, long count) {}
}
