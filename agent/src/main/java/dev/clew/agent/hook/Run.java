// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.util.concurrent.CompletableFuture;

/** One task on top of a thread's stack of running tasks. */
final class Run {

    final TaskRecord task;
    /** What began the run; the same object ends it. */
    final Object key;
    /** The stage whose completion set this run off, or whose result the task is given; null if neither is known. */
    TaskRecord source;
    /** What the task is relayed is that stage's failure. */
    boolean relaying;
    /** It takes the place of the run of a task that is not recorded: its task merely goes on. */
    boolean aside;
    /** Until the run is over the JVM's own code asks for results, to wait: nobody looks at them. */
    boolean waiting;
    final Run outer;

    Run(TaskRecord task, Object key, TaskRecord source, Run outer) {
        this.task = task;
        this.key = key;
        this.source = source;
        this.outer = outer;
    }

    /** Whether an error that the task is relayed is its source's; of a future, being the key, it is known only now. */
    boolean relays() {
        return relaying || joins() || key instanceof CompletableFuture<?> future && StageHooks.hasFailed(future);
    }

    /** Whether its key are the sources of a future that the task is about to make: what that one is given is theirs. */
    boolean joins() {
        return key instanceof CompletableFuture<?>[];
    }
}
