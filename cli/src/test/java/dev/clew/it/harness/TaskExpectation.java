// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import dev.clew.model.State;
import java.time.Duration;

/** What a live task is expected to be like. */
public final class TaskExpectation extends Expectation<TaskExpectation> {

    TaskExpectation(Tasks tasks, Duration patience) {
        super(tasks, patience);
    }

    @Override
    TaskExpectation self() {
        return this;
    }

    /** It is in this state. */
    public TaskExpectation state(State state) {
        return task("in state " + state.word(), task -> task.state() == state,
                task -> "in state " + task.state().word());
    }

    /** It waits for something whose name contains this. */
    public TaskExpectation waitingOn(String part) {
        return task("waiting on \"" + part + "\"", task -> task.waitingOn() != null && task.waitingOn().contains(part),
                task -> "waiting on " + task.waitingOn());
    }

    /** Somebody waits for it: a task of this id. */
    public TaskExpectation awaitedBy(long id) {
        return lineage("awaited by task " + id, where -> where.waiters().contains(id),
                where -> "awaited by " + where.waiters());
    }
}
