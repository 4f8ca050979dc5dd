// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.workload;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Start, run and end of virtual threads, and stacks beside them. All is done by one virtual thread on one carrier, so
 * that no second core hides a part of the price.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Starts {

    private static final int COUNT = 5_000;
    private static final int BATCH = 50;
    private static final int DEPTH = 40;

    private int done;
    private Blackhole hole;
    private final Runnable work = () -> done++;

    /** From a stack of few frames. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void shallow(Breath breath) throws InterruptedException {
        inVirtualThread(this::start);
    }

    /** From a stack of 40 frames. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void deep(Breath breath) throws InterruptedException {
        inVirtualThread(() -> deeper(DEPTH - frames(), this::start));
    }

    /** What the JVM charges for a stack of 40 frames. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void throwable(Breath breath, Blackhole blackhole) throws InterruptedException {
        hole = blackhole;
        inVirtualThread(() -> deeper(DEPTH - frames(), this::fill));
    }

    private static void inVirtualThread(Runnable body) throws InterruptedException {
        Thread thread = Virtual.start(body);
        thread.join();
    }

    private void start() {
        for (int begun = 0; begun < COUNT; begun += BATCH) {
            done = 0;
            for (int i = 0; i < BATCH; i++) {
                Virtual.start(work);
            }
            while (done < BATCH) {
                Thread.yield();
            }
        }
    }

    private void fill() {
        for (int i = 0; i < COUNT; i++) {
            hole.consume(new Throwable());
        }
    }

    /** Counts the frames of the current thread, its own included. */
    private static int frames() {
        return new Throwable().getStackTrace().length;
    }

    private static void deeper(int more, Runnable body) {
        if (more > 1) {
            deeper(more - 1, body);
        } else {
            body.run();
        }
    }
}
