// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.model.answer.Overview;
import dev.clew.monitor.Question;
import java.time.Instant;

/**
 * The newest answer to what a list asks.
 *
 * @param question what was asked
 * @param overview the answer
 * @param at when it came, by our clock
 */
record Shown(Question.Overview question, Overview overview, Instant at) {

    /** Returns how many rows the whole list has. */
    long total() {
        return overview.tasks() != null ? overview.tasks().matching()
                : overview.groups() != null ? groups()
                : overview.pools() != null ? overview.pools().found() : 0;
    }

    private long groups() {
        // What a filter asks of groups is known only where the list ends.
        long seen = overview.offset() + overview.groups().shown();
        return overview.groups().shown() < question.limit() ? seen : Math.max(seen, overview.groups().found());
    }

    private int rows() {
        return overview.tasks() != null ? overview.tasks().tasks().size()
                : overview.groups() != null ? overview.groups().groups().size()
                : overview.pools() != null ? overview.pools().pools().size() : 0;
    }

    /** Returns where a row of the list is in the answer; -1 if it is not in it. */
    int place(long row) {
        long place = row - overview.offset();
        return place >= 0 && place < rows() ? (int) place : -1;
    }

    /** Returns the task in a row; null if it is not in the answer or no task. */
    Long task(long row) {
        int place = place(row);
        return place < 0 || overview.tasks() == null ? null : (Long) overview.tasks().tasks().get(place).id();
    }

    /** Returns the row of a task; -1 if it is not in the answer. */
    long row(long id) {
        if (overview.tasks() != null) {
            for (int i = 0; i < overview.tasks().tasks().size(); i++) {
                if (overview.tasks().tasks().get(i).id() == id) {
                    return overview.offset() + i;
                }
            }
        }
        return -1;
    }
}
