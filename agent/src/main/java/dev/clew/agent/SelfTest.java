// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent;

import dev.clew.agent.hook.Meter;
import dev.clew.agent.record.OwnThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Trips the hooks once, with tasks of Clew's own, and tells which did not fire. Those of virtual threads and scopes are
 * left out: to make the first virtual thread is to fix its scheduler's settings before the application could.
 *
 * <p>It runs when the status is asked for the first time, because an application that starts should not pay for it.
 *
 * <p><b>Threads</b>: those that ask for the status. <b>Cost</b>: a handful of tasks, once.
 */
final class SelfTest {

    private static final long PATIENCE_SECONDS = 5;

    private List<String> findings;

    /** Returns what is wrong, a line each, after running the test if nobody did. */
    synchronized List<String> findings() {
        if (findings == null) {
            findings = run();
        }
        return findings;
    }

    private static List<String> run() {
        long[] before = new long[Meter.NAMES.length];
        for (int i = 0; i < before.length; i++) {
            before[i] = Meter.fired(i);
        }
        try {
            canaries();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of("the self-test was interrupted");
        } catch (OutOfMemoryError e) {
            return List.of("the self-test could not run: " + e.getMessage()); // no thread to be had, for example
        }
        List<String> quiet = new ArrayList<>();
        for (String name : expected()) {
            int hook = List.of(Meter.NAMES).indexOf(name);
            if (Meter.fired(hook) == before[hook]) {
                quiet.add("the self-test did not trip " + name);
            }
        }
        return List.copyOf(quiet);
    }

    private static List<String> expected() {
        return List.of("Thread.start", "Thread.exit", "Thread.interrupt", "InterruptedException.<init>",
                "Thread.dispatchUncaughtException", "FutureTask.<init>", "FutureTask.run",
                "FutureTask.finishCompletion", "FutureTask.get", "ThreadPoolExecutor.execute",
                "ThreadPoolExecutor.runWorker", "ThreadPoolExecutor.reject", "ThreadPoolExecutor.shutdownNow",
                "ForkJoinTask.fork", "ForkJoinTask.doExec", "ForkJoinTask.setDone", "CompletableFuture.<init>",
                "CompletableFuture.Completion.tryFire", "CompletableFuture.complete", "CompletableFuture.get",
                "Timer.sched", "TimerThread.mainLoop", "TimerTask.cancel", "Thread.interrupted",
                "ForkJoinPool.tryTerminate");
    }

    private static void canaries() throws InterruptedException {
        threads();
        futures();
        pools();
        forks();
        timers();
    }

    private static void threads() throws InterruptedException {
        Thread sleeper = new OwnThread(SelfTest::sleepUntilInterrupted, "canary");
        sleeper.start();
        sleeper.interrupt();
        sleeper.join();
        Thread thrower = new OwnThread(() -> {
            Thread.currentThread().interrupt();
            Thread.interrupted();
            throw new CancellationException("canary");
        }, "canary");
        thrower.setUncaughtExceptionHandler((thread, error) -> { });
        thrower.start();
        thrower.join();
    }

    private static void futures() throws InterruptedException {
        FutureTask<String> future = new FutureTask<>(() -> "canary");
        future.run();
        CompletableFuture<String> source = new CompletableFuture<>();
        CompletableFuture<String> dependent = source.thenApply(word -> word);
        source.completeExceptionally(new CancellationException("canary"));
        try {
            future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            dependent.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | CancellationException | TimeoutException expected) {
            return;
        }
    }

    private static void pools() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                work -> new OwnThread(work, "canary"), new ThreadPoolExecutor.DiscardPolicy());
        pool.execute(ran::countDown);
        ran.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        pool.execute(SelfTest::sleepUntilInterrupted);
        pool.execute(SelfTest::sleepUntilInterrupted);
        pool.shutdownNow();
        pool.execute(ran::countDown);
    }

    private static void forks() {
        ForkJoinPool pool = new ForkJoinPool(1);
        pool.submit(() -> ForkJoinTask.adapt(() -> "canary").fork().join()).join();
        pool.shutdownNow();
    }

    private static void timers() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        Timer timer = new Timer("clew-canary", true);
        TimerTask task = new TimerTask() {
            @Override
            public void run() {
                ran.countDown();
            }
        };
        timer.schedule(task, 0, PATIENCE_SECONDS * 1_000);
        ran.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        task.cancel();
        timer.cancel();
    }

    private static void sleepUntilInterrupted() {
        try {
            Thread.sleep(PATIENCE_SECONDS * 1_000);
        } catch (InterruptedException expected) {
            Thread.currentThread().interrupt();
        }
    }
}
