// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent;

import dev.clew.agent.hook.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Trips the hooks once, with tasks of Clew's own, and tells which did not fire.
 *
 * <p><b>Threads</b>: the thread that starts the monitor. <b>Cost</b>: a handful of tasks, once.
 */
final class SelfTest {

    private volatile List<String> silent = List.of();
    private volatile boolean done;

    /** Runs the test. */
    void run() {
        long[] before = new long[Meter.NAMES.length];
        for (int i = 0; i < before.length; i++) {
            before[i] = Meter.fired(i);
        }
        List<String> quiet = new ArrayList<>();
        try {
            canaries();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        for (String name : expected()) {
            int hook = List.of(Meter.NAMES).indexOf(name);
            if (Meter.fired(hook) == before[hook]) {
                quiet.add(name);
            }
        }
        silent = List.copyOf(quiet);
        done = true;
    }

    /** Returns the hooks that the test tripped and that did not fire. */
    List<String> silent() {
        return silent;
    }

    /** Returns whether the test is over. */
    boolean done() {
        return done;
    }

    private static List<String> expected() {
        return List.of("Thread.start", "Thread.exit", "Thread.interrupt", "InterruptedException.<init>",
                "FutureTask.<init>", "FutureTask.run", "FutureTask.finishCompletion", "CompletableFuture.<init>",
                "CompletableFuture.Completion.tryFire", "CompletableFuture.complete", "CompletableFuture.get",
                "FutureTask.get");
    }

    private static void canaries() throws InterruptedException {
        Thread thread = new dev.clew.agent.record.OwnThread(SelfTest::sleepUntilInterrupted, "canary");
        thread.start();
        thread.interrupt();
        thread.join();
        FutureTask<String> future = new FutureTask<>(() -> "canary");
        future.run();
        CompletableFuture<String> source = new CompletableFuture<>();
        CompletableFuture<String> dependent = source.thenApply(word -> word);
        source.completeExceptionally(new CancellationException("canary"));
        try {
            future.get(1, TimeUnit.SECONDS);
            dependent.get(1, TimeUnit.SECONDS);
        } catch (ExecutionException | CancellationException | TimeoutException expected) {
            return;
        }
    }

    private static void sleepUntilInterrupted() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException expected) {
            Thread.currentThread().interrupt();
        }
    }

}
