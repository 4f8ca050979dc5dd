// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

/**
 * What a thread is in the middle of, beyond its own work.
 *
 * <p><b>Threads</b>: written by the thread itself, and read by others without order; {@link #asked} and what a
 * {@link Particulars} has may be written by others. <b>Cost</b>: platform threads have it, and such virtual threads as
 * run tasks within their own work, make futures, are interrupted or fail.
 */
final class ThreadParticulars extends Particulars {

    /** What belongs to this platform thread alone; null on virtual ones, and until it is needed. */
    Lane lane;
    /** The innermost task that runs on the thread; null if only the thread itself does. */
    Run current;
    /** The submissions that the thread is in the middle of, innermost first. */
    Run handing;
    /** The act that the thread helps to carry out, which may be another thread's; null if none. */
    Act asked;
    /** The reason that the thread gives for ending others; null on all threads but Clew's. */
    String reason;
    /** The class of the function that the thread is about to make a future for, or null. */
    Class<?> stage;
    /** The work that is being forked. */
    Object forked;
    /** What holds the error that the thread's work ended with, or null. */
    Object holder;
    /** How many calls of a structured scope's fork are on the thread's stack. */
    int forking;
    /** What sort of stage {@link #stage} is. */
    byte stageSort = TaskRecord.FUTURE;
    /** A future that is bound to the thread has ended with this, plus 1; 0 if none has. */
    byte bound;
    /** A scope's own bookkeeping runs on the thread. */
    boolean joining;
    /** Its scope had been cancelled when its work was over, and keeps neither the result nor the error. */
    boolean thrownAway;
    /** A timeout of a CompletableFuture is being raised by the thread. */
    boolean timingOut;
}
