// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.invoke.VarHandle;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.FutureTask;

/**
 * Finds the application's own work inside the adapters that the JDK puts around it.
 *
 * <p><b>Cost</b>: what names classes of the JDK is looked up when the first of its sort is met, because to look is to
 * load and to instrument them.
 */
final class WorkFields {

    private static final Module JDK = Object.class.getModule();

    private WorkFields() {}

    /** Returns the pool that a delayed task belongs to, or that the current worker does; null if neither. */
    static Object pool(ForkJoinTask<?> task) {
        if (Pools.OF_TASK != null && task.getClass() == Pools.SCHEDULED) {
            return Pools.OF_TASK.get(task);
        }
        return Pools.OF_WORKER != null && Thread.currentThread() instanceof ForkJoinWorkerThread worker
                ? Pools.OF_WORKER.get(worker) : null;
    }

    /** Returns the work of a fork/join task: the task itself unless it is an adapter. */
    static Object of(ForkJoinTask<?> task) {
        return unwrapped(task);
    }

    /** Returns the work of a future that has not run yet, or null. */
    static Object of(FutureTask<?> future) {
        Object work = Futures.CALLABLE == null ? null : Futures.CALLABLE.get(future);
        return work == null ? null : unwrapped(work);
    }

    /** Returns the work that a platform thread was made for, or null. */
    static Object of(Thread thread) {
        if (Threads.TARGET != null) {
            return Threads.TARGET.get(thread);
        }
        Object holder = Threads.HOLDER == null ? null : Threads.HOLDER.get(thread);
        return holder == null || Threads.TASK == null ? null : Threads.TASK.get(holder);
    }

    /** Returns what an adapter of the JDK adapts; anything else as it is. */
    static Object unwrapped(Object work) {
        Class<?> type = work.getClass();
        if (type.getModule() != JDK) {
            return work;
        }
        for (int i = 0; i < Adapters.TYPES.length; i++) {
            if (Adapters.TYPES[i] == type) {
                for (VarHandle field : Adapters.FIELDS[i]) {
                    Object inner = field == null ? null : field.get(work);
                    if (inner != null) {
                        return inner;
                    }
                }
            }
        }
        return work;
    }

    /** Returns the future that a completion is to complete, or null. */
    static CompletableFuture<?> dependent(Object completion) {
        for (int i = 0; i < Completions.TYPES.length; i++) {
            if (Completions.DEPENDENTS[i] != null && Completions.TYPES[i].isInstance(completion)) {
                return (CompletableFuture<?>) Completions.DEPENDENTS[i].get(completion);
            }
        }
        return null;
    }

    /** Returns the period of a timer task: 0 if it runs once. */
    static long period(TimerTask task) {
        return Timers.PERIOD == null ? 0 : (long) Timers.PERIOD.get(task);
    }

    private static final class Threads {
        static final VarHandle TARGET = Internals.field(Thread.class, "target");
        static final VarHandle HOLDER = Internals.field(Thread.class, "holder");
        static final VarHandle TASK = Internals.field(Internals.named("java.lang.Thread$FieldHolder"), "task");
    }

    private static final class Futures {
        static final VarHandle CALLABLE = Internals.field(FutureTask.class, "callable");
    }

    private static final class Timers {
        static final VarHandle PERIOD = Internals.field(TimerTask.class, "period");
    }

    private static final class Pools {
        static final VarHandle OF_WORKER = Internals.field(ForkJoinWorkerThread.class, "pool");
        static final Class<?> SCHEDULED =
                Internals.named("java.util.concurrent.DelayScheduler$ScheduledForkJoinTask");
        static final VarHandle OF_TASK = Internals.field(SCHEDULED, "pool");
    }

    private static final class Completions {
        static final Class<?>[] TYPES = {
            Internals.named("java.util.concurrent.CompletableFuture$AsyncRun"),
            Internals.named("java.util.concurrent.CompletableFuture$AsyncSupply"),
            Internals.named("java.util.concurrent.CompletableFuture$UniCompletion")
        };
        static final VarHandle[] DEPENDENTS = new VarHandle[TYPES.length];

        static {
            for (int i = 0; i < TYPES.length; i++) {
                DEPENDENTS[i] = Internals.field(TYPES[i], "dep", CompletableFuture.class);
            }
        }
    }

    private static final class Adapters {
        private static final String OWNER = "java.util.concurrent.ForkJoinTask$";
        private static final String[] NAMES = {
            OWNER + "AdaptedRunnable", OWNER + "AdaptedRunnableAction", OWNER + "AdaptedCallable",
            OWNER + "AdaptedInterruptibleCallable", OWNER + "RunnableExecuteAction",
            OWNER + "AdaptedInterruptibleRunnable", OWNER + "InvokeAnyTask",
            "java.util.concurrent.ForkJoinPool$InvokeAnyTask", OWNER + "CallableWithTimeout",
            "java.util.concurrent.DelayScheduler$ScheduledForkJoinTask",
            "java.util.concurrent.Executors$RunnableAdapter", "java.util.concurrent.ThreadPerTaskExecutor$TaskRunner"
        };
        private static final String[] WORK = {"runnable", "callable", "task"};
        static final Class<?>[] TYPES = new Class<?>[NAMES.length];
        static final VarHandle[][] FIELDS = new VarHandle[NAMES.length][WORK.length];

        static {
            for (int i = 0; i < NAMES.length; i++) {
                TYPES[i] = Internals.named(NAMES[i]);
                for (int j = 0; j < WORK.length; j++) {
                    FIELDS[i][j] = Internals.field(TYPES[i], WORK[j]);
                }
            }
        }
    }
}
