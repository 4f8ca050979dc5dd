// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

/** One task on top of a thread's stack of running tasks. */
final class Run {

    final TaskRecord task;
    /** What began the run; the same object ends it. */
    final Object key;
    /** The stage whose completion set this run off, or null. */
    final TaskRecord source;
    /** That stage has failed, so what the task is relayed is that failure; written before the run is in place. */
    boolean relaying;
    final Run outer;

    Run(TaskRecord task, Object key, TaskRecord source, Run outer) {
        this.task = task;
        this.key = key;
        this.source = source;
        this.outer = outer;
    }
}
