// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.model.Ending;
import dev.clew.model.Task;
import java.time.Duration;
import java.time.Instant;

/**
 * The present, for lengths of time.
 *
 * @param now the present
 * @param since since when the JVM has been watched: a task with no known birth is at least that old; null if unknown
 */
record Moment(Instant now, Instant since) {

    /** Returns whether a task's age compares so with a length of time; false if that is not known. */
    boolean age(Task task, Comparison comparison, Duration wanted) {
        if (task.createdAt() != null) {
            return comparison.holds(Duration.between(task.createdAt(), now).compareTo(wanted));
        }
        boolean above = comparison == Comparison.MORE || comparison == Comparison.AT_LEAST;
        return above && since != null && comparison.holds(Duration.between(since, now).compareTo(wanted));
    }

    boolean duration(Task task, Comparison comparison, Duration wanted) {
        Ending ending = task.ending();
        Instant begun = task.startedAt() != null || ending == null ? task.startedAt() : task.createdAt();
        Instant end = ending == null ? now : ending.at();
        return begun != null && end != null && comparison.holds(Duration.between(begun, end).compareTo(wanted));
    }

    boolean ended(Task task, Comparison comparison, Duration wanted) {
        Ending ending = task.ending();
        return ending != null && ending.at() != null
                && comparison.holds(Duration.between(ending.at(), now).compareTo(wanted));
    }
}
