// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

/**
 * What only some tasks have: an ending that is held, an error, interrupts, runs after the first.
 *
 * <p><b>Threads</b>: fields are grouped by who writes them; the recorder reads them all, and clears them after the end.
 * <b>Consistency</b>: as of {@link TaskRecord}. <b>Cost</b>: one object for each task that has any of it.
 */
class Particulars {

    // written by the creating thread
    /** How many ancestors between the task and its parent are no longer held. */
    int dropped;
    /** Another record of the same object, taken at the same time: which run belongs to which can't be told. */
    volatile TaskRecord rival;

    // written by the running thread
    /** When the task first ran, if that was long after its creation. */
    long startedAt;
    /** How often it ran again. */
    long reruns;
    /** When its code came back after somebody ended or interrupted it, by {@code System.nanoTime()}; 0 if not yet. */
    volatile long stoppedAt;

    /** What the application has said of it; null if nothing. */
    volatile Remark remark;

    // written by threads that act on it
    /** The last interrupt that was sent to it, which leads to those before. */
    volatile Act interrupt;

    // written by the thread that ends it
    /** How it ended. */
    byte outcome;
    /** The interrupt flag of its thread was set when it ended. */
    boolean flagged;
    /** What it failed with. */
    volatile Throwable error;
    /** Whether anyone looked at {@link #error}. */
    volatile FailureMark mark;
    /** Who ended it. */
    volatile Act act;
    /** When, by {@code System.nanoTime()}. */
    long endedAt;

    // the recorder's
    /** The same object was submitted again from another place before it ran; known once either has ended. */
    volatile boolean contested;
    /** The next in the queue of endings. */
    TaskRecord next;

    /** Lets go of whatever leads to Clew's own threads and classes. */
    void release() {
        next = null;
        rival = null;
        interrupt = null;
        act = null;
        error = null;
        remark = null;
    }

    /** Lets go of what belongs to the application. */
    void settle(boolean submittedTwice) {
        contested = submittedTwice;
        error = null;
        act = null;
        interrupt = null;
        rival = null;
        remark = null;
    }
}
