// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How often each hook fired and failed; a hook that fails too often is switched off here.
 *
 * <p><b>Threads</b>: any. <b>Consistency</b>: counts are exact once the hooks are quiet. <b>Cost</b>: a volatile read
 * and an increment that nobody contends for.
 */
public final class Meter {

    /** The most failures that a hook may have. */
    public static final int PATIENCE = 100;

    static final int THREAD_START = 0;
    static final int THREAD_END = 1;
    static final int VIRTUAL_START = 2;
    static final int VIRTUAL_RUN = 3;
    static final int VIRTUAL_END = 4;
    static final int UNCAUGHT = 5;
    static final int INTERRUPT = 6;
    static final int RECEIVED = 7;
    static final int FUTURE_NEW = 8;
    static final int FUTURE_RUN = 9;
    static final int FUTURE_END = 10;
    static final int SCHEDULED = 11;
    static final int POOL_EXECUTE = 12;
    static final int POOL_RUN = 13;
    static final int POOL_REJECT = 14;
    static final int POOL_SHUTDOWN = 15;
    static final int FORK = 16;
    static final int FORK_RUN = 17;
    static final int FORK_END = 18;
    static final int STAGE_NEW = 19;
    static final int STAGE_RUN = 20;
    static final int STAGE_END = 21;
    static final int STAGE_SEEN = 22;
    static final int TIMER_NEW = 23;
    static final int TIMER_RUN = 24;
    static final int TIMER_CANCEL = 25;
    static final int SCOPE_FORK = 26;
    static final int SCOPE_THREW = 27;
    static final int FUTURE_SEEN = 28;
    static final int CUSTOM_EXECUTE = 29;
    static final int CUSTOM_RUN = 30;
    static final int CLEARED = 31;
    static final int CLOSED = 32;
    static final int SELECTED = 33;
    static final int FORK_STOP = 34;

    /** The hooks' names, by the numbers above. */
    public static final String[] NAMES = {
        "Thread.start", "Thread.exit", "VirtualThread.start", "VirtualThread.run", "VirtualThread.afterDone",
        "Thread.dispatchUncaughtException", "Thread.interrupt", "InterruptedException.<init>",
        "FutureTask.<init>", "FutureTask.run", "FutureTask.finishCompletion", "ScheduledFutureTask.<init>",
        "ThreadPoolExecutor.execute", "ThreadPoolExecutor.runWorker", "ThreadPoolExecutor.reject",
        "ThreadPoolExecutor.shutdownNow", "ForkJoinTask.fork", "ForkJoinTask.doExec", "ForkJoinTask.setDone",
        "CompletableFuture.<init>", "CompletableFuture.Completion.tryFire", "CompletableFuture.complete",
        "CompletableFuture.get", "Timer.sched", "TimerThread.mainLoop", "TimerTask.cancel",
        "StructuredTaskScope.fork", "StructuredTaskScope.Subtask.run", "FutureTask.get",
        "Executor.execute of libraries", "Runnable.run of libraries", "Thread.interrupted",
        "ClosedByInterruptException.<init>", "AbstractSelector.end", "ForkJoinPool.tryTerminate"
    };

    private static final AtomicInteger[] FAILED = new AtomicInteger[NAMES.length];
    private static final boolean[] OFF = new boolean[NAMES.length];
    private static volatile Throwable lastFailure;

    static {
        for (int i = 0; i < NAMES.length; i++) {
            FAILED[i] = new AtomicInteger();
        }
    }

    private Meter() {}

    /** Counts a firing; false if the hook must do nothing. */
    static boolean fires(int hook) {
        if (!Recording.on || OFF[hook]) {
            return false;
        }
        Lane lane = Lane.near();
        if (lane != null) {
            lane.fired[hook]++;
        } else {
            Lanes.count(hook);
        }
        return true;
    }

    /** Counts a failure; the application never sees it. */
    static void failed(int hook, Throwable failure) {
        if (FAILED[hook].incrementAndGet() >= PATIENCE) {
            OFF[hook] = true;
        }
        lastFailure = failure;
    }

    /** Returns how often a hook fired. */
    public static long fired(int hook) {
        return Lanes.fired(hook);
    }

    /** Returns how often a hook failed. */
    public static int failures(int hook) {
        return FAILED[hook].get();
    }

    /** Returns whether a hook failed so often that it is off. */
    public static boolean off(int hook) {
        return OFF[hook];
    }

    /** Returns what a hook failed with last, or null. */
    public static Throwable lastFailure() {
        return lastFailure;
    }

    /** Forgets all counts. */
    static void reset() {
        for (int i = 0; i < NAMES.length; i++) {
            FAILED[i].set(0);
            OFF[i] = false;
        }
        lastFailure = null;
    }
}
