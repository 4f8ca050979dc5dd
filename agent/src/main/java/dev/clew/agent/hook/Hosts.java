// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.invoke.VarHandle;

/** Classes and fields of the JVM that hooks must recognise; each is null in a JVM that has none. */
final class Hosts {

    /** A virtual thread, under whichever class the JVM has for it. */
    static final Class<?> VIRTUAL = Internals.named("java.lang.BaseVirtualThread");
    /** A carrier of virtual threads. */
    static final Class<?> CARRIER = Internals.named("jdk.internal.misc.CarrierThread");
    /** The scheduler of virtual threads; null until the first one is made. */
    static volatile Object scheduler;

    private static final VarHandle CAUSE = Internals.field(Throwable.class, "cause", Throwable.class);

    private Hosts() {}

    /** Returns the cause field, without calling {@code getCause}, which applications may override. */
    static Throwable cause(Throwable error) {
        Throwable cause = CAUSE == null ? null : (Throwable) CAUSE.get(error);
        return cause == error ? null : cause;
    }

    /** Recognised when the first future is met: to look for them is to load them. */
    static final class Futures {
        /** The future of an executor that has a thread for each task: its thread is the task. */
        static final Class<?> THREAD_BOUND =
                Internals.named("java.util.concurrent.ThreadPerTaskExecutor$ThreadBoundFuture");
        /** The future that an ExecutorCompletionService wraps around the one that works. */
        static final Class<?> QUEUEING = Internals.named("java.util.concurrent.ExecutorCompletionService$QueueingFuture");
        /** The future of a delayed or periodic task. */
        static final Class<?> SCHEDULED =
                Internals.named("java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask");
        /** What an executor that has a thread for each task gives to the thread. */
        static final Class<?> TASK_RUNNER = Internals.named("java.util.concurrent.ThreadPerTaskExecutor$TaskRunner");
        /** What CompletableFuture itself adds to cancel a timeout. */
        static final Class<?> CANCELLER = Internals.named("java.util.concurrent.CompletableFuture$Canceller");

        private Futures() {}
    }
}
