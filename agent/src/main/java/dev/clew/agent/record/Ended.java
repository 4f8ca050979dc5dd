// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Act;
import dev.clew.agent.hook.FailureMark;
import dev.clew.agent.hook.TaskRecord;
import dev.clew.model.Cause;
import dev.clew.model.Failure;
import dev.clew.model.Outcome;
import java.util.Map;

/**
 * One held ending; holds no object of the application.
 *
 * @param record what the hooks wrote, cleared of objects; keeps the lineage
 * @param outcome how it ended
 * @param error what it failed with, or null
 * @param mark whether anyone looked at the error; null if there is none
 * @param cause who ended it, without what that task does now; null if nobody
 * @param actor the task that did, for its lineage; null if nobody, or if it is not known
 * @param askedAt when that one asked it to stop, by {@code System.nanoTime()}; 0 if nobody, or by what was meant for
 *         other work on the same thread
 * @param interrupt the last interrupt that was sent to it, which leads to those before; null if there was none
 * @param name the task's name
 * @param thread the thread that ran it, or null
 * @param labels what the application labelled it with
 * @param pattern what it is preserved under; null if it is not
 * @param bytes an estimate of its size
 */
record Ended(TaskRecord record, Outcome outcome, Failure error, FailureMark mark, Cause cause,
        TaskRecord actor, long askedAt, Act interrupt, String name, String thread, Map<String, String> labels, String pattern,
        int bytes) {

    /** Holds an ending of which neither the record of who caused it nor an interrupt is kept. */
    Ended(TaskRecord record, Outcome outcome, Failure error, FailureMark mark, Cause cause, long askedAt,
            String name, String thread, String pattern, int bytes) {
        this(record, outcome, error, mark, cause, null, askedAt, null, name, thread, Map.of(), pattern, bytes);
    }

    boolean preserved() {
        return pattern != null;
    }

    /** Returns this ending as one that nothing preserves. */
    Ended ordinary() {
        return new Ended(record, outcome, error, mark, cause, actor, askedAt, interrupt, name, thread, labels, null,
                bytes);
    }

    long id() {
        return record.id;
    }
}
