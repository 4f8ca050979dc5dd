// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

/**
 * The record of a thread, which also knows what runs on that thread.
 *
 * <p>It takes the place of the object that {@code java.lang.Thread} uses as its interrupt lock, so that a thread
 * leads to its record by one field load. Nothing in Clew ever synchronizes on it.
 *
 * <p><b>Threads</b>, <b>Consistency</b>: as of {@link TaskRecord}. <b>Cost</b>: 56 bytes in the place of 16.
 */
public final class ThreadRecord extends TaskRecord {

    /** Called by the constructors of {@code java.lang.Thread}. */
    public ThreadRecord() {}

    @Override
    Particulars fresh() {
        return new ThreadParticulars();
    }

    /** Returns what the thread is in the middle of; null if there is nothing of it. */
    ThreadParticulars within() {
        return (ThreadParticulars) known();
    }

    /** Returns what the thread is in the middle of, to change it. */
    ThreadParticulars midst() {
        return (ThreadParticulars) particulars();
    }

    /** Returns the innermost run on this thread; null if only the thread's own work runs. */
    Run current() {
        ThreadParticulars within = within();
        return within == null ? null : within.current;
    }

    /** Returns the innermost task on this thread: the thread's own record if nothing else runs. */
    public TaskRecord innermost() {
        Run run = current();
        return run == null ? this : run.task;
    }

    void push(TaskRecord task, Object key, TaskRecord source) {
        ThreadParticulars midst = midst();
        midst.current = new Run(task, key, source, midst.current);
    }

    /** Puts a stage in place that its source has set off. */
    void push(TaskRecord stage, Object key, TaskRecord source, boolean sourceFailed) {
        ThreadParticulars midst = midst();
        Run run = new Run(stage, key, source, midst.current);
        run.relaying = sourceFailed;
        midst.current = run;
    }

    /** Whether the innermost run on this thread was begun by this object. */
    boolean runs(Object key) {
        Run run = current();
        return run != null && run.key == key;
    }

    /** Takes away the run that {@code key} began, with whatever was left above it; returns its task, or null. */
    TaskRecord pop(Object key) {
        int bound = 64;
        for (Run run = current(); run != null && bound-- > 0; run = run.outer) {
            if (run.key == key) {
                midst().current = run.outer;
                return run.task;
            }
        }
        return null;
    }

    void hand(TaskRecord task, Object work) {
        ThreadParticulars midst = midst();
        midst.handing = new Run(task, work, null, midst.handing);
    }

    private Run handing() {
        ThreadParticulars within = within();
        return within == null ? null : within.handing;
    }

    /** Returns the record of work that the thread is in the middle of handing over, or null. */
    TaskRecord handed(Object work) {
        int bound = 16;
        for (Run run = handing(); run != null && bound-- > 0; run = run.outer) {
            if (run.key == work && run.task.isPresent()) {
                return run.task;
            }
        }
        return null;
    }

    void handedOver(Object work) {
        Run run = handing();
        if (run != null && run.key == work) {
            midst().handing = run.outer;
        }
    }

    /** Takes away the innermost submission, and returns it or null. */
    Run takeBack() {
        Run run = handing();
        handedOver();
        return run;
    }

    /** Takes away the innermost submission, whatever it is. */
    void handedOver() {
        Run run = handing();
        if (run != null) {
            midst().handing = run.outer;
        }
    }

    /** Returns whether its scope had been cancelled when its work was over, and keeps neither result nor error. */
    public boolean thrownAway() {
        ThreadParticulars within = within();
        return within != null && within.thrownAway;
    }

    /** The thread is over, and leaves its name. */
    void leaves(Thread thread) {
        subject = thread.getName();
    }

    @Override
    public Object object() {
        return runner();
    }

    @Override
    public Thread runner() {
        return subject instanceof Thread thread ? thread : null;
    }

    @Override
    public String threadName() {
        return subject instanceof String name ? name : null;
    }
}
