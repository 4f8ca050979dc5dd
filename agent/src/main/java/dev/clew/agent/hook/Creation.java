// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

/**
 * What is known of the moment a task was made; outlives the task for as long as a descendant lives. Tasks of a settled
 * place share one.
 *
 * <p><b>Threads</b>: written by the creating thread, then by the recorder alone. <b>Consistency</b>: either
 * {@code raw} or {@code stack} is set, or neither with a reason in {@code capture}.
 */
public final class Creation {

    /** The stack was taken. */
    public static final byte EXACT = 0;
    /** Clew was at its limit and took no stack. */
    public static final byte THROTTLED = 1;
    /** The task was there before Clew. */
    public static final byte BEFORE_ATTACH = 2;
    /** The JVM itself made the task. */
    public static final byte ROOT = 3;
    /** The place is settled: this moment stands for those of many tasks, whose stack was found equal as often as looked. */
    public static final byte SAMPLED = 4;

    /** How the stack is known. */
    public final byte capture;
    /** The place in the tree of places. */
    final Origin origin;
    /** The undecoded stack; null once it is decoded. */
    public volatile Snapshot raw;
    /** The decoded stack; null until then. Strings only: it outlives an attachment in objects of the application. */
    public volatile StackTraceElement[] stack;
    /** The class of the work, its full name once decoded, or null. */
    public volatile Object work;
    /** The task's name if it has one of its own. */
    public volatile String name;

    /** An annotation in the application has the ending preserved; known once the class of the work is decoded. */
    public volatile boolean marked;

    /** What its tasks are counted under; null until the recorder has found out. */
    Spot spot;

    /** The creation before this one, until the recorder has taken both. */
    Creation next;

    /** Returns the attachment of Clew that the task was made in. */
    int session() {
        return origin.session;
    }

    Creation(byte capture, Snapshot raw, Origin origin) {
        this.capture = capture;
        this.raw = raw;
        this.origin = origin;
    }

    /** Whether the class of the work is known, and is this one. */
    boolean isFor(Class<?> type) {
        return work == type || work != null && origin.is(type);
    }

    /** Returns the same moment with the class of the work, which became known later. */
    Creation with(Class<?> later) {
        if (capture != SAMPLED) {
            work = later;
            return this;
        }
        Creation own = new Creation(capture, null, origin);
        own.stack = stack;
        own.marked = marked;
        own.work = later;
        own.spot = spot;
        return own;
    }

    /** Returns the same moment for one task that is counted under a spot of its own. */
    Creation under(Spot other) {
        Creation own = capture == SAMPLED ? new Creation(capture, null, origin) : this;
        own.stack = stack;
        own.marked = marked;
        own.work = work;
        own.spot = other;
        return own;
    }

    /** Keeps the name of the one task that was made at this moment. */
    public void named(String own) {
        if (capture != SAMPLED) {
            name = own;
        }
    }
}
