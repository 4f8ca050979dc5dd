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

    private static final VarHandle INTERRUPT_LOCK = Internals.field(Thread.class, "interruptLock", Object.class);
    /** Under its name since JDK 21, or the one before. */
    private static final VarHandle LOCK = INTERRUPT_LOCK != null
            ? INTERRUPT_LOCK : Internals.field(Thread.class, "blockerLock", Object.class);
    private static final MethodHandle CARRIER = Internals.method(Thread.class, "currentCarrierThread", Thread.class);
    private static final VarHandle INTERRUPTED = Internals.field(Thread.class, "interrupted", boolean.class);

    private Slots() {}

    /** Returns whether the four classes that make tasks have the field: if not, the weak table is in use. */
    public static boolean complete() {
        return OfFutureTask.FIELD != null && OfForkJoinTask.FIELD != null && OfCompletableFuture.FIELD != null
                && OfTimerTask.FIELD != null;
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
        return OfFutureTask.FIELD == null ? Recording.FUTURES.find(task) : OfFutureTask.FIELD.get(task);
    }

    static void set(FutureTask<?> task, TaskRecord record) {
        if (OfFutureTask.FIELD == null) {
            Recording.FUTURES.add(task, record);
        } else {
            OfFutureTask.FIELD.set(task, record);
        }
    }

    static Object get(ForkJoinTask<?> task) {
        return OfForkJoinTask.FIELD == null ? Recording.FUTURES.find(task) : OfForkJoinTask.FIELD.get(task);
    }

    static void set(ForkJoinTask<?> task, TaskRecord record) {
        if (OfForkJoinTask.FIELD == null) {
            Recording.FUTURES.add(task, record);
        } else {
            OfForkJoinTask.FIELD.set(task, record);
        }
    }

    static Object get(CompletableFuture<?> future) {
        return OfCompletableFuture.FIELD == null
                ? Recording.FUTURES.find(future) : OfCompletableFuture.FIELD.get(future);
    }

    static void set(CompletableFuture<?> future, TaskRecord record) {
        if (OfCompletableFuture.FIELD == null) {
            Recording.FUTURES.add(future, record);
        } else {
            OfCompletableFuture.FIELD.set(future, record);
        }
    }

    static Object get(TimerTask task) {
        return OfTimerTask.FIELD == null ? Recording.FUTURES.find(task) : OfTimerTask.FIELD.get(task);
    }

    static void set(TimerTask task, TaskRecord record) {
        if (OfTimerTask.FIELD == null) {
            Recording.FUTURES.add(task, record);
        } else {
            OfTimerTask.FIELD.set(task, record);
        }
    }

    /** Returns the encoded result of a future: null while it is incomplete, or in a JVM that keeps it elsewhere. */
    public static Object result(CompletableFuture<?> future) {
        return OfCompletableFuture.RESULT == null ? null : OfCompletableFuture.RESULT.get(future);
    }

    /** Returns the error in an encoded result, or null. */
    static Throwable error(Object result) {
        return OfCompletableFuture.ERROR != null && OfCompletableFuture.ERROR_CLASS.isInstance(result)
                ? (Throwable) OfCompletableFuture.ERROR.get(result) : null;
    }

    /** Looked up when the first future task is met: to look is to load the class. */
    private static final class OfFutureTask {
        static final VarHandle FIELD = Internals.field(FutureTask.class, Slots.FIELD, Object.class);
    }

    /** Looked up when the first fork/join task is met. */
    private static final class OfForkJoinTask {
        static final VarHandle FIELD = Internals.field(ForkJoinTask.class, Slots.FIELD, Object.class);
    }

    /** Looked up when the first CompletableFuture is met. */
    private static final class OfCompletableFuture {
        static final VarHandle FIELD = Internals.field(CompletableFuture.class, Slots.FIELD, Object.class);
        static final VarHandle RESULT = Internals.field(CompletableFuture.class, "result", Object.class);
        static final Class<?> ERROR_CLASS = Internals.named("java.util.concurrent.CompletableFuture$AltResult");
        static final VarHandle ERROR = Internals.field(ERROR_CLASS, "ex", Throwable.class);
    }

    /** Looked up when the first timer task is met. */
    private static final class OfTimerTask {
        static final VarHandle FIELD = Internals.field(TimerTask.class, Slots.FIELD, Object.class);
    }
}
