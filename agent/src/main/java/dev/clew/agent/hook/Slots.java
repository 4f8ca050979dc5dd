// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;

/**
 * Where the JVM's objects keep their record: the field that Clew adds to a class when it is loaded, or the object
 * that a thread uses as its interrupt lock.
 *
 * <p>A handle is null where the class was loaded before Clew came; then a weak table takes its place.
 */
public final class Slots {

    /** The name of the field that is added at load time. */
    public static final String FIELD = "$clew";

    private static final VarHandle FUTURE_TASK = Internals.field(FutureTask.class, FIELD, Object.class);
    private static final VarHandle FORK_JOIN_TASK = Internals.field(ForkJoinTask.class, FIELD, Object.class);
    private static final VarHandle COMPLETABLE_FUTURE =
            Internals.field(CompletableFuture.class, FIELD, Object.class);
    private static final VarHandle TIMER_TASK = Internals.field(TimerTask.class, FIELD, Object.class);
    private static final VarHandle INTERRUPT_LOCK = Internals.field(Thread.class, "interruptLock", Object.class);
    /** Under its name since JDK 21, or the one before. */
    private static final VarHandle LOCK = INTERRUPT_LOCK != null
            ? INTERRUPT_LOCK : Internals.field(Thread.class, "blockerLock", Object.class);
    private static final MethodHandle CARRIER = Internals.method(Thread.class, "currentCarrierThread", Thread.class);
    private static final VarHandle INTERRUPTED = Internals.field(Thread.class, "interrupted", boolean.class);
    private static final VarHandle RESULT = Internals.field(CompletableFuture.class, "result", Object.class);
    private static final Class<?> ERROR_CLASS = Internals.named("java.util.concurrent.CompletableFuture$AltResult");
    private static final VarHandle ERROR = Internals.field(ERROR_CLASS, "ex", Throwable.class);

    private Slots() {}

    /** Returns whether the four classes that make tasks have the field: if not, the weak table is in use. */
    public static boolean complete() {
        return FUTURE_TASK != null && FORK_JOIN_TASK != null && COMPLETABLE_FUTURE != null && TIMER_TASK != null;
    }

    /** Returns whether a thread leads to its record by its lock. */
    public static boolean lockKnown() {
        return LOCK != null;
    }

    static Object lock(Thread thread) {
        return LOCK == null ? null : LOCK.get(thread);
    }

    /** Returns the platform thread that runs this, also where a virtual thread is mounted on it. */
    static Thread carrier() {
        if (CARRIER == null) {
            return Thread.currentThread();
        }
        try {
            return (Thread) CARRIER.invokeExact();
        } catch (Throwable impossible) {
            return Thread.currentThread();
        }
    }

    /** Returns a thread's interrupt flag, without calling a method that applications may override. */
    static boolean interrupted(Thread thread) {
        return INTERRUPTED != null && (boolean) INTERRUPTED.get(thread);
    }

    static Object get(FutureTask<?> task) {
        return FUTURE_TASK == null ? Recording.FUTURES.find(task) : FUTURE_TASK.get(task);
    }

    static void set(FutureTask<?> task, TaskRecord record) {
        if (FUTURE_TASK == null) {
            Recording.FUTURES.add(task, record);
        } else {
            FUTURE_TASK.set(task, record);
        }
    }

    static Object get(ForkJoinTask<?> task) {
        return FORK_JOIN_TASK == null ? Recording.FUTURES.find(task) : FORK_JOIN_TASK.get(task);
    }

    static void set(ForkJoinTask<?> task, TaskRecord record) {
        if (FORK_JOIN_TASK == null) {
            Recording.FUTURES.add(task, record);
        } else {
            FORK_JOIN_TASK.set(task, record);
        }
    }

    static Object get(CompletableFuture<?> future) {
        return COMPLETABLE_FUTURE == null ? Recording.FUTURES.find(future) : COMPLETABLE_FUTURE.get(future);
    }

    static void set(CompletableFuture<?> future, TaskRecord record) {
        if (COMPLETABLE_FUTURE == null) {
            Recording.FUTURES.add(future, record);
        } else {
            COMPLETABLE_FUTURE.set(future, record);
        }
    }

    static Object get(TimerTask task) {
        return TIMER_TASK == null ? Recording.FUTURES.find(task) : TIMER_TASK.get(task);
    }

    static void set(TimerTask task, TaskRecord record) {
        if (TIMER_TASK == null) {
            Recording.FUTURES.add(task, record);
        } else {
            TIMER_TASK.set(task, record);
        }
    }

    /** Returns the encoded result of a future: null while it is incomplete, or in a JVM that keeps it elsewhere. */
    public static Object result(CompletableFuture<?> future) {
        return RESULT == null ? null : RESULT.get(future);
    }

    /** Returns the error in an encoded result, or null. */
    static Throwable error(Object result) {
        return ERROR != null && ERROR_CLASS.isInstance(result) ? (Throwable) ERROR.get(result) : null;
    }
}
