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
    /** The reason given, or null. */
    public volatile String reason;

    private Act(byte kind, TaskRecord actor, String reason, Snapshot raw) {
        this.kind = kind;
        this.actor = actor;
        this.thread = Thread.currentThread().getName();
        this.at = System.nanoTime();
        this.raw = raw;
        this.reason = reason;
    }

    /** Returns an act of the current task, with its stack. */
    static Act now(byte kind) {
        ThreadRecord me = Recording.current();
        TaskRecord actor = me.innermost();
        actor.creation.acted = true;
        return new Act(kind, actor, me.reason,
                kind != INTERRUPT && Recording.behind() ? null : new Snapshot());
    }

    /** Returns the failure of a source stage, which needs no stack: the error has one. */
    static Act dependency(TaskRecord source) {
        return new Act(DEPENDENCY, source, null, null);
    }
}
