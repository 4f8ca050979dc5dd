// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

/** Begins and ends a run of a task on the current thread. */
final class Runs {

    private Runs() {}

    /** The task runs on the current thread until {@link #over} is called with the same key. */
    static void begin(Object key, TaskRecord record) {
        if (!(record instanceof WorkRecord work)) {
            return;
        }
        Thread thread = Thread.currentThread();
        ThreadRecord me = Recording.of(thread);
        if (me.runs(key)) {
            return; // seen twice, by a hook at the call and by one inside
        }
        if (work.begun()) {
            work.particulars().reruns++;
        } else {
            Lane.mine().begins(work);
        }
        work.runsOn(thread);
        me.push(work, key, null);
    }

    /** Ends the run that the key began; returns its task, or null if none was seen to begin. */
    static TaskRecord over(Object key) {
        Thread thread = Thread.currentThread();
        ThreadRecord me = Recording.of(thread);
        TaskRecord record = me.pop(key);
        if (record != null) {
            if (record.askedToStop()) {
                record.particulars().stoppedAt = System.nanoTime();
            }
            if (record instanceof WorkRecord work) {
                work.leaves(thread);
            }
            if (record.known() != null) {
                record.known().flagged = record.interrupt() != null && Slots.interrupted(thread);
            }
        }
        return record;
    }
}
