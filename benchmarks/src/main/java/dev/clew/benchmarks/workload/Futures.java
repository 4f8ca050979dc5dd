// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.workload;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Work for a pool and stages on the common pool, from a stack of few frames, and in batches: single ones measure how a
 * core wakes up.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Futures {

    private static final int COUNT = 3_000;
    private static final int BATCH = 100;

    private final ExecutorService pool = Executors.newSingleThreadExecutor();
    private final Future<?>[] submitted = new Future<?>[BATCH];
    private final CompletableFuture<?>[] stages = new CompletableFuture<?>[BATCH];

    /** A submission to a pool of one thread, and its get. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void submit(Breath breath) throws InterruptedException {
        inThread(this::submit);
    }

    private void submit() {
        for (int begun = 0; begun < COUNT; begun += BATCH) {
            for (int i = 0; i < BATCH; i++) {
                submitted[i] = pool.submit(() -> "done");
            }
            for (Future<?> future : submitted) {
                try {
                    future.get();
                } catch (InterruptedException | ExecutionException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** A stage on the common pool, one that depends on it, and a join; an operation is one future of the two. */
    @Benchmark
    @OperationsPerInvocation(2 * COUNT)
    public void stage(Breath breath) throws InterruptedException {
        inThread(this::stage);
    }

    private void stage() {
        for (int begun = 0; begun < COUNT; begun += BATCH) {
            for (int i = 0; i < BATCH; i++) {
                stages[i] = CompletableFuture.supplyAsync(() -> "done").thenApply(String::length);
            }
            for (CompletableFuture<?> stage : stages) {
                stage.join();
            }
        }
    }

    private static void inThread(Runnable body) throws InterruptedException {
        Thread thread = new Thread(Baggage.with(body));
        thread.start();
        thread.join();
    }

    /** Ends the pool. */
    @TearDown
    public void close() throws InterruptedException {
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.MINUTES);
    }
}
