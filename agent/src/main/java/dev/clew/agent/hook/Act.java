// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

/**
 * Somebody ends, or tries to end, a task: who, when, and from which stack.
 *
 * <p><b>Threads</b>: made by the acting thread, read by the recorder. <b>Cost</b>: acts are rare; each takes a full
 * stack.
 */
public final class Act {

    /** A future was cancelled. */
    public static final byte CANCEL = 0;
    /** A thread was interrupted. */
    public static final byte INTERRUPT = 1;
    /** An executor was shut down with the task still queued. */
    public static final byte SHUTDOWN = 2;
    /** A future was completed with an error by somebody else. */
    public static final byte COMPLETE = 3;
    /** A source of the stage failed. */
    public static final byte DEPENDENCY = 4;
    /** An executor refused the task. */
    public static final byte REJECT = 5;
    /** A timer was cancelled, or its thread died. */
    public static final byte TIMER = 6;
    /** The result of a future was forced. */
    public static final byte OBTRUDE = 7;

    /** Which of the constants above. */
    public final byte kind;
    /** The task that acted. */
    public final TaskRecord actor;
    /** The name of the thread that acted. */
    public final String thread;
    /** When, by {@code System.nanoTime()}. */
    public final long at;
    /** The stack of the act; null for a dependency, and when more endings wait for the recorder than may. */
    public volatile Snapshot raw;
    /** The decoded stack; null until then. */
    public volatile StackTraceElement[] stack;
    /** The id of the task that an interrupt met, of all that its thread was in the middle of; 0 for other acts. */
    public long met;
    /** The task that made the task leave a full queue; null for other acts. */
    public volatile TaskRecord favoured;
    /** The act that this one is a copy of, or itself; an interrupt is received once, whatever tasks it concerns. */
    private final Act original;
    private volatile Reception reception;
    /** The interrupt that was sent to the same task before this one; null if there is none or it is no longer held. */
    public volatile Act earlier;
    /** How many interrupts were sent to the same task before this one. */
    public volatile int before;
    /** The reason given, or null. */
    public volatile String reason;
    /** Nobody saw it: neither when nor on which thread is known. */
    public boolean unseen;

    private Act(byte kind, TaskRecord actor, String reason, Snapshot raw) {
        this.kind = kind;
        this.actor = actor;
        this.thread = Thread.currentThread().getName();
        this.at = System.nanoTime();
        this.raw = raw;
        this.reason = reason;
        this.original = this;
    }

    private Act(byte kind, Act other) {
        this.kind = kind;
        this.actor = other.actor;
        this.thread = other.thread;
        this.at = other.at;
        Snapshot undecoded = other.raw; // read first: what is decoded is written before this is cleared
        this.stack = other.stack;
        this.raw = stack == null ? undecoded : null;
        this.reason = other.reason;
        this.met = other.met;
        this.unseen = other.unseen;
        this.original = kind == other.kind ? other.original : this;
    }

    /** Returns an act of the current task, or of whoever has it act, with the stack. */
    static Act now(byte kind) {
        ThreadRecord me = Recording.current();
        ThreadParticulars within = me.within();
        Act asked = within == null ? null : within.asked;
        if (asked != null) {
            return new Act(kind, asked);
        }
        TaskRecord actor = me.innermost();
        actor.acted = true;
        return new Act(kind, actor, within == null ? null : within.reason,
                kind != INTERRUPT && Recording.behind() ? null : new Snapshot());
    }

    /** Returns an interrupt that no hook saw. */
    static Act unseen(String reason) {
        Act act = new Act(INTERRUPT, null, reason, null);
        act.unseen = true;
        return act;
    }

    /**
     * Returns whether an interrupt has not been noticed: a flag that was cleared and set again, as locks do, counts as if
     * it had never been touched.
     */
    public boolean unnoticed() {
        Reception last = reception();
        return last == null || last.as == Reception.CLEARED && last.restored;
    }

    /** Returns how an interrupt was received; null until it is, and for other acts. */
    public Reception reception() {
        return original.reception;
    }

    /** An interrupt is received. */
    void receive(Reception how) {
        original.reception = how;
    }

    /** Returns whether both are the same act, on one task or another. */
    boolean same(Act other) {
        return other != null && other.original == original;
    }

    /** Returns the same act for another task that it concerns. */
    Act copy() {
        return new Act(kind, this);
    }

    /** Returns the failure of a source stage, which needs no stack: the error has one. */
    static Act dependency(TaskRecord source) {
        return new Act(DEPENDENCY, source, null, null);
    }
}
