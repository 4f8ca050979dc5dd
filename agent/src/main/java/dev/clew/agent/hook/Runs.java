// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

/** Begins and ends a run of a task on the current thread. */
final class Runs {

    private Runs() {}

    /** The task runs on the current thread until {@link #over} is called with the same key. */
    static void begin(Object key, TaskRecord record) {
        if (record instanceof ThreadRecord) {
            return;
        }
        Thread thread = Thread.currentThread();
        ThreadRecord me = Recording.of(thread);
        if (me.runs(key)) {
            return; // seen twice, by a hook at the call and by one inside
        }
        if (record.startedAt == 0) {
            record.startedAt = System.nanoTime();
        }
        record.runs++;
        record.runner = thread;
        me.push(record, key, null);
    }

    /** Ends the run that the key began; returns its task, or null if none was seen to begin. */
    static TaskRecord over(Object key) {
        Thread thread = Thread.currentThread();
        ThreadRecord me = Recording.of(thread);
        TaskRecord record = me.pop(key);
        if (record != null) {
            record.threadName = thread.getName();
            if (record.askedToStop()) {
                record.stoppedAt = System.nanoTime();
            }
            record.runner = null;
            record.flagged = record.interrupt != null && Slots.interrupted(thread);
        }
        return record;
    }
}
