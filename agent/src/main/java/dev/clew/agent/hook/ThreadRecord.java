// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

/**
 * The record of a thread, which also knows what runs on that thread.
 *
 * <p>It takes the place of the object that {@code java.lang.Thread} uses as its interrupt lock, so that a thread
 * leads to its record by one field load. Nothing in Clew ever synchronizes on it.
 *
 * <p><b>Threads</b>: {@code current}, {@code forking} and {@code timingOut} are written by the thread itself, and
 * read by others without order.
 */
public final class ThreadRecord extends TaskRecord {

    /** The innermost task that runs on the thread; null if only the thread itself does. */
    volatile Run current;
    /** How many calls of a structured scope's fork are on the thread's stack. */
    int forking;
    /** The work that is being forked. */
    Object forked;
    /** A scope's own bookkeeping runs on the thread. */
    boolean joining;
    /** Its scope had been cancelled when its work was over, and keeps neither the result nor the error. */
    public boolean thrownAway;
    /** A timeout of a CompletableFuture is being raised by the thread. */
    boolean timingOut;
    /** The work that a thread was made for, until it is placed; once it failed, a reference to what holds its error. */
    Object work;
    /** The class of the function that the thread is about to make a future for, or null. */
    Class<?> stage;
    /** What sort of stage that is. */
    byte stageSort = FUTURE;
    /** What belongs to this platform thread alone; null on virtual ones, and until it is needed. */
    Lane lane;
    /** The submissions that the thread is in the middle of, innermost first. */
    private Run handing;
    /** The reason that the thread gives for ending others; null on all threads but Clew's. */
    String reason;
    /** The act that the thread helps to carry out, which may be another thread's; null if none. */
    Act asked;
    /** A future that is bound to the thread has ended with this, plus 1; 0 if none has. */
    byte bound;

    /** Called by the constructors of {@code java.lang.Thread}. */
    public ThreadRecord() {}

    /** Returns the innermost task on this thread: the thread's own record if nothing else runs. */
    public TaskRecord innermost() {
        Run run = current;
        return run == null ? this : run.task;
    }

    void push(TaskRecord task, Object key, TaskRecord source) {
        current = new Run(task, key, source, current);
    }

    /** Puts a stage in place that its source has set off. */
    void push(TaskRecord stage, Object key, TaskRecord source, boolean sourceFailed) {
        Run run = new Run(stage, key, source, current);
        run.relaying = sourceFailed;
        current = run;
    }

    /** Whether the innermost run on this thread was begun by this object. */
    boolean runs(Object key) {
        Run run = current;
        return run != null && run.key == key;
    }

    /** Takes away the run that {@code key} began, with whatever was left above it; returns its task, or null. */
    TaskRecord pop(Object key) {
        int bound = 64;
        for (Run run = current; run != null && bound-- > 0; run = run.outer) {
            if (run.key == key) {
                current = run.outer;
                return run.task;
            }
        }
        return null;
    }

    void hand(TaskRecord task, Object work) {
        handing = new Run(task, work, null, handing);
    }

    /** Returns the record of work that the thread is in the middle of handing over, or null. */
    TaskRecord handed(Object work) {
        int bound = 16;
        for (Run run = handing; run != null && bound-- > 0; run = run.outer) {
            if (run.key == work && run.task.session == Recording.session) {
                return run.task;
            }
        }
        return null;
    }

    void handedOver(Object work) {
        Run run = handing;
        if (run != null && run.key == work) {
            handing = run.outer;
        }
    }

    /** Takes away the innermost submission, and returns it or null. */
    Run takeBack() {
        Run run = handing;
        handedOver();
        return run;
    }

    /** Takes away the innermost submission, whatever it is. */
    void handedOver() {
        Run run = handing;
        if (run != null) {
            handing = run.outer;
        }
    }
}
