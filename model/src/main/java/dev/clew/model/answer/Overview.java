// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.answer;

import dev.clew.model.answer.GroupList.Tally;
import java.time.Instant;
import java.util.List;

/**
 * What a full screen shows: counts, and a part of what was asked to be seen.
 *
 * @param at when the target looked
 * @param micros how long that took, in microseconds
 * @param live how many live tasks there are, before the filter
 * @param states how many of them are in each state, the most frequent first
 * @param created how many tasks of every sort were created since Clew came, those that were there then included
 * @param ended how many tasks of every sort ended since then
 * @param outcomes how many of those ended in each way, but for {@code returned}, the most frequent first
 * @param offset how many rows come before those that are in the answer
 * @param tasks the rows, live tasks or ended ones; null if none are asked for
 * @param groups the rows, if they are groups; null if not
 * @param pools the rows, if they are executors; null if not
 * @param task the task, if one is asked for and is held; null if not
 */
public record Overview(Instant at, long micros, long live, List<Tally> states, long created, long ended,
        List<Tally> outcomes, long offset, TaskList tasks, GroupList groups, PoolList pools, Whereabouts task)
        implements Answer {

    /** Returns whether another one says the same of another moment. */
    public boolean sameAs(Overview other) {
        return other != null && equals(other.lookedAt(at, micros));
    }

    private Overview lookedAt(Instant moment, long duration) {
        return new Overview(moment, duration, live, states, created, ended, outcomes, offset, tasks, groups, pools, task);
    }
}
