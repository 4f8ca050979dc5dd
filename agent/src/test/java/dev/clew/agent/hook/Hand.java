// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.ref.Reference;

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

    /** Returns a record of work. */
    public static WorkRecord record(Reference<?> work) {
        return new WorkRecord(work);
    }

    /** Gives a record its moment of creation. */
    public static void publish(TaskRecord record, Creation moment) {
        record.publish(moment);
    }

    /** Gives a record the object that it is of. */
    public static void subject(TaskRecord record, Reference<?> work) {
        record.subject = work;
    }

    /** Has a thread run a task. */
    public static void runs(TaskRecord record, Thread thread) {
        ((WorkRecord) record).runsOn(thread);
    }

    /** Has a task sent an interrupt. */
    public static void interrupt(TaskRecord record, Act act) {
        record.particulars().interrupt = act;
    }

    /** Tells when a task came back. */
    public static void stopped(TaskRecord record, long at) {
        record.particulars().stoppedAt = at;
    }

    /** Has a task be Clew's own. */
    public static void own(TaskRecord record) {
        record.rank(0, true);
    }

    /** Tells when a task ended. */
    public static void endedAt(TaskRecord record, long at) {
        record.particulars().endedAt = at;
    }

    /** Tells that a record is of the same object as another one. */
    public static void rival(TaskRecord record, TaskRecord other) {
        record.particulars().rival = other;
    }

    /** Returns the record of a thread of that name, which is over. */
    public static ThreadRecord thread(String name) {
        ThreadRecord record = new ThreadRecord();
        record.subject = name;
        return record;
    }
}
