// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

/** Does by hand what only hooks do. */
public final class Hand {

    private Hand() {}

    /** Returns a creation without a stack. */
    public static Creation of(byte capture) {
        return new Creation(capture, null, Origins.root);
    }

    /** Returns a creation with the stack of this call. */
    public static Creation here() {
        return new Creation(Creation.EXACT, new Snapshot(), Origins.root);
    }

    /** Returns an act of the current task. */
    public static Act act(byte kind) {
        return Act.now(kind);
    }

    /** Ends a task. */
    public static void end(TaskRecord record, byte outcome, Throwable error, Act act) {
        Recording.end(record, outcome, error, act);
    }

    /** Has a task throw after its end. */
    public static void late(TaskRecord record, Throwable error) {
        Late.keep(record, error);
    }

    /** Places a task among the live ones, as a child of the current one. */
    public static void place(TaskRecord record, byte kind, Object work) {
        Recording.place(record, kind, work);
    }

    /** Lets a task run on the current thread from now on. */
    public static void run(Object key, TaskRecord record) {
        Runs.begin(key, record);
    }

    /** Interrupts the current thread, which notices it. */
    public static void interrupted() {
        Interrupts.sent(Thread.currentThread(), Recording.current());
        Interrupts.received(Reception.EXCEPTION);
    }

    /** Lets the current thread come back from a task. */
    public static void back(Object key) {
        Runs.over(key);
    }
}
