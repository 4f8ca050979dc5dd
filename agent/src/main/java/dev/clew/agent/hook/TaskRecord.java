// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * What is recorded of one task.
 *
 * <p><b>Threads</b>: fields are grouped by who writes them; the recorder reads them all. <b>Consistency</b>: a reader
 * that sees {@link #ended()} sees every field of the ending; what a task does meanwhile is read without order, and may
 * be a moment old. <b>Cost</b>: no lock and no fence; one compare-and-set a task, at its end.
 */
public class TaskRecord {

    /** {@link #kind} of a platform thread; the constants follow the order of the model's kinds. */
    public static final byte THREAD = 0;
    /** A virtual thread. */
    public static final byte VIRTUAL = 1;
    /** A submission to an executor. */
    public static final byte POOL = 2;
    /** A fork/join task. */
    public static final byte FORKJOIN = 3;
    /** A CompletableFuture. */
    public static final byte FUTURE = 4;
    /** A delayed task. */
    public static final byte DELAYED = 5;
    /** A periodic task. */
    public static final byte PERIODIC = 6;
    /** A timer task. */
    public static final byte TIMER = 7;
    /** A subtask of a structured scope. */
    public static final byte SUBTASK = 8;

    /** {@link #outcome} of a task that ran to its end; the constants follow the order of the model's outcomes. */
    public static final byte RETURNED = 0;
    /** It threw. */
    public static final byte FAILED = 1;
    /** It was cancelled. */
    public static final byte CANCELLED = 2;
    /** It stopped because of an interrupt. */
    public static final byte INTERRUPTED = 3;
    /** Its time was over. */
    public static final byte TIMED_OUT = 4;
    /** Its executor refused it. */
    public static final byte REJECTED = 5;
    /** It was queued when its executor was shut down. */
    public static final byte ABANDONED = 6;
    /** It was collected without ending. */
    public static final byte LOST = 7;

    private static final int LIVE = 0;
    private static final int ENDING = 1;
    private static final int ENDED = 2;
    private static final VarHandle PHASE;
    private static final VarHandle TAKEN;
    private static final VarHandle SESSION;
    private static final VarHandle SLOT;

    static {
        try {
            PHASE = MethodHandles.lookup().findVarHandle(TaskRecord.class, "phase", int.class);
            SESSION = MethodHandles.lookup().findVarHandle(TaskRecord.class, "session", int.class);
            SLOT = MethodHandles.lookup().findVarHandle(TaskRecord.class, "slot", int.class);
            TAKEN = MethodHandles.lookup().findVarHandle(TaskRecord.class, "taken", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    // written once, by the creating thread, before the record is placed
    /** The task's id; 0 until it is placed. */
    public long id;
    /** Which attachment of Clew the record belongs to; 0 until it is placed. */
    public int session;
    /** When the task was created, by {@code System.nanoTime()}. */
    public long createdAt;
    /** The task that was running then; null if there was none or it is not known. */
    public TaskRecord parent;
    /** How many ancestors are linked behind {@link #parent}. */
    public int depth;
    /** How many ancestors between this one and {@link #parent} are no longer held. */
    public int dropped;
    /** The moment of creation. */
    public Creation creation;
    /** The thread (strongly, until it ends), a weak reference to the future or the work, or null. */
    public Object subject;
    /** Made by Clew's own threads. */
    public boolean own;
    /** Was handed to an executor of a library, whose runs may not all be seen. */
    public boolean unwatched;
    /** The task has ended others or asked them to stop, so that its own ending is no uneventful one. */
    boolean acted;
    /** Runs again and again although its kind does not say so. */
    public boolean repeats;
    /** The same object was submitted again from another place before it ran; known once either has ended. */
    public volatile boolean contested;
    /** Another record of the same object, taken at the same time: which run belongs to which can't be told. */
    public volatile TaskRecord rival;

    // written by the creating or the running thread
    /** What sort of task it is. */
    public byte kind;
    /** When it first ran, or 0. */
    public long startedAt;
    /** Some run of its work counts as this task's. */
    private volatile boolean taken;
    /** How often it began to run. */
    public long runs;
    /** The thread that runs it now, or null. */
    public Thread runner;
    /** The name of the thread that ran it last. */
    public String threadName;
    /** When its code came back after somebody ended or interrupted it, by {@code System.nanoTime()}; 0 if not yet. */
    public volatile long stoppedAt;

    // written by threads that act on it
    /** The last interrupt that was sent to it, which leads to those before. */
    public volatile Act interrupt;

    // written by the thread that ends it, and cleared by the recorder
    private volatile int phase;
    /** How it ended. */
    public byte outcome;
    /** The interrupt flag of its thread was set when it ended. */
    public boolean flagged;
    /** What it failed with. */
    public volatile Throwable error;
    /** Whether anyone looked at {@link #error}. */
    public volatile FailureMark mark;
    /** Who ended it. */
    public volatile Act act;
    /** When, by {@code System.nanoTime()}. */
    public long endedAt;

    // owned by the live table, the queue of endings and the recorder
    /** The place in the live table, from 1; 0 if it was never there. */
    int slot;
    TaskRecord next;

    /** Returns whether the task is over. */
    public final boolean ended() {
        return phase == ENDED;
    }

    /** Whether no run of its work counts as this task's yet. */
    final boolean waitsForRun() {
        return !taken && phase == LIVE;
    }

    /** Claims the task for a run of its work: true for exactly one caller. */
    final boolean claimRun() {
        return !taken && TAKEN.compareAndSet(this, false, true);
    }

    /** Claims the ending: true for exactly one caller. */
    final boolean claimEnd() {
        return phase == LIVE && PHASE.compareAndSet(this, LIVE, ENDING);
    }

    /** Whether somebody wants to know when the run that comes back now did so. */
    final boolean askedToStop() {
        Act last = interrupt;
        if (phase == ENDED) {
            return last != null || outcome != RETURNED;
        }
        return last != null && (stoppedAt == 0 || stoppedAt - last.at < 0);
    }

    /** Publishes the fields of the ending. */
    final void publishEnd() {
        PHASE.setRelease(this, ENDED);
    }

    /** Publishes the fields of the creation. */
    final void publish(int attachment) {
        SESSION.setRelease(this, attachment);
    }

    /** Returns the present place in the live table, which a sweep may change. */
    final int slot() {
        return (int) SLOT.getAcquire(this);
    }

    final void slot(int place) {
        SLOT.setRelease(this, place);
    }

    /** Lets go of whatever leads to Clew's own threads and classes: an object of the application may keep the record. */
    final void release() {
        subject = null;
        runner = null;
        next = null;
        rival = null;
        interrupt = null;
        act = null;
        error = null;
        Creation made = creation;
        if (made != null) {
            made.raw = null;
            made.next = null;
        }
    }

    /** Returns the task's object if it is still there. */
    public final Object object() {
        Object s = subject;
        return s instanceof java.lang.ref.WeakReference<?> weak ? weak.get() : s;
    }
}
