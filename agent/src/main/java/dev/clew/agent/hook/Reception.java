// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

/**
 * The moment at which a thread noticed an interrupt, with what it was doing then.
 *
 * <p><b>Threads</b>: made by the interrupted thread, read by the recorder. <b>Cost</b>: interrupts are rare; each takes
 * a full stack.
 */
public final class Reception {

    /** An InterruptedException was made. */
    public static final byte EXCEPTION = 0;
    /** A channel was closed, and a ClosedByInterruptException was made. */
    public static final byte CLOSED_CHANNEL = 1;
    /** A socket was closed, and a SocketException was made. */
    public static final byte CLOSED_SOCKET = 2;
    /** A selection came back with the flag set. */
    public static final byte SELECTION = 3;
    /** The flag was cleared by {@code Thread.interrupted}. */
    public static final byte CLEARED = 4;

    /** Which of the constants above. */
    public final byte as;
    /** When, by {@code System.nanoTime()}. */
    public final long at = System.nanoTime();
    /** The id of the task that noticed it, the innermost of all that its thread was in the middle of. */
    public final long by;
    /** The stack of that moment; null once it is decoded. */
    public volatile Snapshot raw = new Snapshot();
    /** The decoded stack; null until then. */
    public volatile StackTraceElement[] stack;
    /** The thread set its flag again afterwards. */
    public volatile boolean restored;

    /** Takes the current thread's stack. */
    Reception(byte as, TaskRecord by) {
        this.as = as;
        this.by = by.id;
    }
}
