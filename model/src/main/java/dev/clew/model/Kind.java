// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model;

/** What sort of work a task is. */
public enum Kind implements Word {
    /** A platform thread. */
    THREAD,
    /** A virtual thread. */
    VIRTUAL,
    /** One submission to an executor. */
    POOL,
    /** A fork/join task. */
    FORKJOIN,
    /** A CompletableFuture: an asynchronous stage, a dependent stage or a plain promise. */
    FUTURE,
    /** A task that runs once, after a delay. */
    DELAYED,
    /** A task that runs again and again. */
    PERIODIC,
    /** A task of {@code java.util.Timer}. */
    TIMER,
    /** A subtask of a structured scope. */
    SUBTASK
}
