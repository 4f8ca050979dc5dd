// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.invoke.VarHandle;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.FutureTask;

/** Finds the application's own work inside the adapters that the JDK puts around it. */
final class WorkFields {

    private static final String OWNER = "java.util.concurrent.ForkJoinTask$";
    private static final String[] ADAPTERS = {
        OWNER + "AdaptedRunnable", OWNER + "AdaptedRunnableAction", OWNER + "AdaptedCallable",
        OWNER + "AdaptedInterruptibleCallable", OWNER + "RunnableExecuteAction",
        OWNER + "AdaptedInterruptibleRunnable", OWNER + "InvokeAnyTask",
        "java.util.concurrent.ForkJoinPool$InvokeAnyTask", OWNER + "CallableWithTimeout",
        "java.util.concurrent.DelayScheduler$ScheduledForkJoinTask",
        "java.util.concurrent.Executors$RunnableAdapter", "java.util.concurrent.ThreadPerTaskExecutor$TaskRunner"
    };
    private static final String[] NAMES = {"runnable", "callable", "task"};
    private static final Class<?>[] TYPES = new Class<?>[ADAPTERS.length];
    private static final VarHandle[][] FIELDS = new VarHandle[ADAPTERS.length][NAMES.length];
    private static final VarHandle CALLABLE = Internals.field(FutureTask.class, "callable");
    private static final Class<?>[] COMPLETIONS = {
        Internals.named("java.util.concurrent.CompletableFuture$AsyncRun"),
        Internals.named("java.util.concurrent.CompletableFuture$AsyncSupply"),
        Internals.named("java.util.concurrent.CompletableFuture$UniCompletion")
    };
    private static final VarHandle[] DEPENDENTS = new VarHandle[COMPLETIONS.length];
    private static final VarHandle PERIOD = Internals.field(TimerTask.class, "period");
    private static final VarHandle TARGET = Internals.field(Thread.class, "target");
    private static final VarHandle HOLDER = Internals.field(Thread.class, "holder");
    private static final VarHandle TASK = Internals.field(Internals.named("java.lang.Thread$FieldHolder"), "task");

    static {
        for (int i = 0; i < COMPLETIONS.length; i++) {
            DEPENDENTS[i] = Internals.field(COMPLETIONS[i], "dep", CompletableFuture.class);
        }
        for (int i = 0; i < ADAPTERS.length; i++) {
            TYPES[i] = Internals.named(ADAPTERS[i]);
            for (int j = 0; j < NAMES.length; j++) {
                FIELDS[i][j] = Internals.field(TYPES[i], NAMES[j]);
            }
        }
    }

    private static final VarHandle WORKERS_POOL = Internals.field(ForkJoinWorkerThread.class, "pool");
    private static final Class<?> SCHEDULED_TASK =
            Internals.named("java.util.concurrent.DelayScheduler$ScheduledForkJoinTask");
    private static final VarHandle TASKS_POOL = Internals.field(SCHEDULED_TASK, "pool");

    private WorkFields() {}

    /** Returns the pool that a delayed task belongs to, or that the current worker does; null if neither. */
    static Object pool(ForkJoinTask<?> task) {
        if (TASKS_POOL != null && task.getClass() == SCHEDULED_TASK) {
            return TASKS_POOL.get(task);
        }
        return WORKERS_POOL != null && Thread.currentThread() instanceof ForkJoinWorkerThread worker
                ? WORKERS_POOL.get(worker) : null;
    }

    /** Returns the work of a fork/join task: the task itself unless it is an adapter. */
    static Object of(ForkJoinTask<?> task) {
        return unwrapped(task);
    }

    /** Returns the work of a future that has not run yet, or null. */
    static Object of(FutureTask<?> future) {
        Object work = CALLABLE == null ? null : CALLABLE.get(future);
        return work == null ? null : unwrapped(work);
    }

    /** Returns the work that a platform thread was made for, or null. */
    static Object of(Thread thread) {
        if (TARGET != null) {
            return TARGET.get(thread);
        }
        Object holder = HOLDER == null ? null : HOLDER.get(thread);
        return holder == null || TASK == null ? null : TASK.get(holder);
    }

    /** Returns what an adapter of the JDK adapts; anything else as it is. */
    static Object unwrapped(Object work) {
        Class<?> type = work.getClass();
        if (type.isHidden()) {
            return work;
        }
        for (int i = 0; i < TYPES.length; i++) {
            if (TYPES[i] == type) {
                for (VarHandle field : FIELDS[i]) {
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
        for (int i = 0; i < COMPLETIONS.length; i++) {
            if (DEPENDENTS[i] != null && COMPLETIONS[i].isInstance(completion)) {
                return (CompletableFuture<?>) DEPENDENTS[i].get(completion);
            }
        }
        return null;
    }

    /** Returns the period of a timer task: 0 if it runs once. */
    static long period(TimerTask task) {
        return PERIOD == null ? 0 : (long) PERIOD.get(task);
    }
}
