// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

/**
 * What is known of the moment a task was made; outlives the task for as long as a descendant lives.
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

    /** How the stack is known. */
    public final byte capture;
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
    /** The same object was submitted again from another place before it ran; known once either has ended. */
    public volatile boolean contested;
    /** The task has ended others or asked them to stop, so that its own ending is no uneventful one. */
    boolean acted;

    /** The creation before this one, until the recorder has taken both. */
    Creation next;

    Creation(byte capture, Snapshot raw) {
        this.capture = capture;
        this.raw = raw;
    }
}
