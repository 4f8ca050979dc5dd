// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * What is recorded of every task; the rest is in {@link WorkRecord}, and what few tasks have in {@link Particulars}.
 *
 * <p><b>Threads</b>: fields are grouped by who writes them; the recorder reads them all. <b>Consistency</b>: a reader
 * that sees {@link #ended()} sees everything of the ending; what a task does meanwhile is read without order, and may
 * be a moment old. <b>Cost</b>: 56 bytes; no lock and no fence; one compare-and-set a task, at its end.
 */
public abstract sealed class TaskRecord permits ThreadRecord, WorkRecord {

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

    /** {@link #outcome()} of a task that ran to its end; the constants follow the order of the model's outcomes. */
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

    /** {@link #startedAt()} of a task that has begun at a time which was not taken. */
    public static final long UNTIMED = Long.MIN_VALUE;

    private static final byte LIVE = 0;
    private static final byte ENDING = 1;
    private static final byte ENDED = 2;
    /** A delay between creation and start is kept in units of two to this power of nanoseconds. */
    private static final int UNIT = 7;
    private static final int NOT_TIMED = -1;
    /** The longest delay that is kept, in units; the start of what waited longer is a particular. */
    private static final int LONG = -2;
    private static final int DEPTHS = 0x7F;
    private static final byte OWN = (byte) 0x80;
    private static final VarHandle PHASE;
    private static final VarHandle SLOT;
    private static final VarHandle PARTICULARS;
    private static final VarHandle CREATION;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            PHASE = lookup.findVarHandle(TaskRecord.class, "phase", byte.class);
            SLOT = lookup.findVarHandle(TaskRecord.class, "slot", int.class);
            PARTICULARS = lookup.findVarHandle(TaskRecord.class, "particulars", Particulars.class);
            CREATION = lookup.findVarHandle(TaskRecord.class, "creation", Creation.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    // written once, by the creating thread, before the record is placed
    /** The task's id; 0 until it is placed. */
    public long id;
    /** When the task was created, by {@code System.nanoTime()}. */
    public long createdAt;
    /** The task that was running then; null if there was none or it is not known. */
    public TaskRecord parent;
    /** The moment of creation, which also tells the attachment of Clew that the record belongs to; null until placed. */
    public Creation creation;
    /** How many ancestors are linked behind {@link #parent}, and whether Clew's own threads made the task. */
    private byte rank;

    // written by the creating or the running thread
    /** What sort of task it is. */
    public byte kind;
    /** The delay after which it first ran, in units from 1; 0 if it has not yet. */
    private int startedAfter;
    /** The task has ended others or asked them to stop, so that its own ending is no uneventful one. */
    boolean acted;

    /**
     * The thread and, once that has ended, its name; the work of a thread that has not started; a weak reference to a
     * future or other work; or null.
     */
    Object subject;

    // written by the thread that ends it
    private volatile byte phase;

    // owned by the live table
    /** The place in the live table, from 1; 0 if it was never there. */
    private int slot;

    private volatile Particulars particulars;

    /** Whether the task is over. */
    public final boolean ended() {
        return phase == ENDED;
    }

    /** Whether nobody has claimed its ending. */
    final boolean lives() {
        return phase == LIVE;
    }

    /** Claims the ending: true for exactly one caller. */
    final boolean claimEnd() {
        return phase == LIVE && PHASE.compareAndSet(this, LIVE, ENDING);
    }

    /** Publishes what is known of the ending. */
    final void publishEnd() {
        PHASE.setRelease(this, ENDED);
    }

    /** Publishes what is known of the creation. */
    final void publish(Creation moment) {
        CREATION.setRelease(this, moment);
    }

    /** Returns which attachment of Clew the record belongs to; 0 until it is placed. */
    public final int session() {
        Creation made = creation;
        return made == null ? 0 : made.session();
    }

    /** Whether the record belongs to the present attachment. */
    final boolean isPresent() {
        return session() == Recording.session;
    }

    /** Returns what few tasks have; null if there is nothing of it. */
    final Particulars known() {
        return particulars;
    }

    /** Returns what few tasks have, to add to it. */
    final Particulars particulars() {
        Particulars known = particulars;
        if (known != null) {
            return known;
        }
        Particulars fresh = fresh();
        return PARTICULARS.compareAndSet(this, null, fresh) ? fresh : particulars;
    }

    abstract Particulars fresh();

    /** Returns how many ancestors are linked behind {@link #parent}. */
    final int depth() {
        return rank & DEPTHS;
    }

    /** Returns whether Clew's own threads made the task. */
    public final boolean own() {
        return rank < 0;
    }

    final void rank(int depth, boolean own) {
        rank = (byte) (depth | (own ? OWN : 0));
    }

    /** Returns how many ancestors between this one and {@link #parent} are no longer held. */
    public final int dropped() {
        Particulars known = particulars;
        return known == null ? 0 : known.dropped;
    }

    /** Returns whether it has begun to run. */
    public final boolean begun() {
        return startedAfter != 0;
    }

    /** Returns whether it has begun to run at a time that was not taken. */
    public final boolean untimed() {
        return startedAfter == NOT_TIMED;
    }

    /** Returns when it first ran, by {@code System.nanoTime()}: 0 if it has not, or {@link #UNTIMED}. */
    public final long startedAt() {
        int after = startedAfter;
        if (after == 0) {
            return 0;
        }
        return after == NOT_TIMED ? UNTIMED : after == LONG ? particulars.startedAt
                : createdAt + ((after - 1 & 0xFFFF_FFFFL) << UNIT);
    }

    /** It begins to run now. */
    final void begins(long now) {
        long after = (now - createdAt >>> UNIT) + 1;
        if (after < (LONG & 0xFFFF_FFFFL)) {
            startedAfter = (int) after;
        } else {
            particulars().startedAt = now;
            startedAfter = LONG;
        }
    }

    /** It begins to run, at a time that is not taken. */
    final void beginsUntimed() {
        startedAfter = NOT_TIMED;
    }

    /** Returns how it ended. */
    public final byte outcome() {
        Particulars known = particulars;
        return known == null ? RETURNED : known.outcome;
    }

    /** Returns when it ended, by {@code System.nanoTime()}; of tasks whose ending is not held this is not known. */
    public final long endedAt() {
        Particulars known = particulars;
        return known == null ? 0 : known.endedAt;
    }

    /** Returns what it failed with, or null. */
    public final Throwable error() {
        Particulars known = particulars;
        return known == null ? null : known.error;
    }

    /** Returns whether anyone looked at {@link #error}; null if it has none. */
    public final FailureMark mark() {
        Particulars known = particulars;
        return known == null ? null : known.mark;
    }

    /** Returns who ended it, or null. */
    public final Act act() {
        Particulars known = particulars;
        return known == null ? null : known.act;
    }

    /** Its work has thrown, and the task's end will tell of it. */
    final void threw(Throwable thrown) {
        Particulars ending = particulars();
        ending.error = thrown;
        ending.mark = FailureMark.failing(thrown);
    }

    /** Returns the last interrupt that was sent to it, which leads to those before; or null. */
    public final Act interrupt() {
        Particulars known = particulars;
        return known == null ? null : known.interrupt;
    }

    /** Returns whether the interrupt flag of its thread was set when it ended. */
    public final boolean flagged() {
        Particulars known = particulars;
        return known != null && known.flagged;
    }

    /** Returns when its code came back after somebody ended or interrupted it, by {@code System.nanoTime()}, or 0. */
    public final long stoppedAt() {
        Particulars known = particulars;
        return known == null ? 0 : known.stoppedAt;
    }

    /** Whether somebody wants to know when the run that comes back now did so. */
    final boolean askedToStop() {
        Particulars known = particulars;
        if (known == null) {
            return false;
        }
        Act last = known.interrupt;
        if (phase == ENDED) {
            return last != null || known.outcome != RETURNED;
        }
        return last != null && (known.stoppedAt == 0 || known.stoppedAt - last.at < 0);
    }

    /** Returns the present place in the live table, which a sweep may change. */
    final int slot() {
        return (int) SLOT.getAcquire(this);
    }

    final void slot(int place) {
        SLOT.setRelease(this, place);
    }

    /** Lets go of whatever leads to Clew's own threads and classes: an object of the application may keep the record. */
    void release() {
        subject = null;
        Particulars known = particulars;
        if (known != null) {
            known.release();
        }
        Creation made = creation;
        if (made != null) {
            made.raw = null;
            made.next = null;
        }
    }

    /** Returns whether it has let go of the task's object, as it does when its ending is taken in or not held. */
    public final boolean settled() {
        return subject == null || subject instanceof String;
    }

    /** Lets go of the task's object; what is left of a thread is its name. */
    final void forget() {
        subject = subject instanceof String ? subject : null;
    }

    /** Lets go of what belongs to the application, once the ending is decoded. */
    public final void settle(boolean submittedTwice) {
        forget();
        Particulars known = particulars;
        if (known != null) {
            known.settle(submittedTwice);
        }
    }

    /** Returns the task's object: a thread until it ends, or other work while it is there; else null. */
    public abstract Object object();

    /** Returns the thread that runs it now, or null. */
    public abstract Thread runner();

    /** Returns the name of the thread that ran it last, or null. */
    public abstract String threadName();
}
