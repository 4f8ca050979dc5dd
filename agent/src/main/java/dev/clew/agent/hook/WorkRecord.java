// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.Reference;

/**
 * The record of a task that is no thread: whichever thread comes for it runs it.
 *
 * <p><b>Threads</b>, <b>Consistency</b>: as of {@link TaskRecord}. <b>Cost</b>: 64 bytes, and those of the reference to
 * the work.
 */
public final class WorkRecord extends TaskRecord {

    private static final VarHandle TAKEN;

    static {
        try {
            TAKEN = MethodHandles.lookup().findVarHandle(WorkRecord.class, "taken", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Was handed to an executor of a library, whose runs may not all be seen. */
    boolean unwatched;
    /** Runs again and again although its kind does not say so. */
    boolean repeats;
    /** Some run of its work counts as this task's. */
    private volatile boolean taken;
    /** The thread that runs it now or, afterwards, the name of the one that ran it last; null before. */
    private Object ranOn;

    /** Makes a record of work that is known by a weak reference, or by null until it is. */
    WorkRecord(Reference<?> work) {
        this.subject = work;
    }

    @Override
    Particulars fresh() {
        return new Particulars();
    }

    /** Whether no run of its work counts as this task's yet. */
    boolean waitsForRun() {
        return !taken && lives();
    }

    /** Claims the task for a run of its work: true for exactly one caller. */
    boolean claimRun() {
        return !taken && TAKEN.compareAndSet(this, false, true);
    }

    /** A thread runs it now. */
    void runsOn(Thread thread) {
        ranOn = thread;
    }

    /** The thread that ran it has left its code. */
    void leaves(Thread thread) {
        ranOn = thread.getName();
    }

    /** Returns whether it runs again and again. */
    public boolean repeats() {
        return repeats || kind == PERIODIC;
    }

    /** Returns whether it was handed to an executor of a library, whose runs may not all be seen. */
    public boolean unwatched() {
        return unwatched;
    }

    /** Returns how often it began to run. */
    public long runs() {
        Particulars known = known();
        return !begun() ? 0 : known == null ? 1 : 1 + known.reruns;
    }

    /** Returns another record of the same object, taken at the same time, or null. */
    public TaskRecord rival() {
        Particulars known = known();
        return known == null ? null : known.rival;
    }

    /** Returns whether the same object was submitted again from another place before it ran. */
    public boolean contested() {
        Particulars known = known();
        return known != null && known.contested;
    }

    @Override
    public Object object() {
        return subject instanceof Reference<?> work ? work.get() : null;
    }

    /** Returns whether its object was known and is no more. */
    public boolean isCollected() {
        return subject instanceof Reference<?> work && work.refersTo(null);
    }

    @Override
    public Thread runner() {
        return ranOn instanceof Thread thread ? thread : null;
    }

    @Override
    public String threadName() {
        return ranOn instanceof String name ? name : null;
    }

    @Override
    void release() {
        super.release();
        ranOn = null;
    }
}
