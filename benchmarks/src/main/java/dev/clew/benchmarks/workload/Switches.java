// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.workload;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Two virtual threads that take turns on one carrier. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Switches {

    private static final int COUNT = 100_000;

    private volatile int turn;
    private volatile Thread first;
    private volatile Thread second;

    /** By park and unpark; one operation is one of each. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void park() throws InterruptedException {
        turn = 2;
        first = Virtual.start(() -> parkInTurn(0));
        second = Virtual.start(() -> parkInTurn(1));
        turn = 0;
        LockSupport.unpark(first);
        first.join();
        second.join();
    }

    private void parkInTurn(int mine) {
        for (int i = 0; i < COUNT / 2; i++) {
            while (turn != mine) {
                LockSupport.park();
            }
            turn = 1 - mine;
            LockSupport.unpark(mine == 0 ? second : first);
        }
    }

    /** By yield. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void yield() throws InterruptedException {
        Thread one = Virtual.start(Switches::yieldOften);
        Thread other = Virtual.start(Switches::yieldOften);
        one.join();
        other.join();
    }

    private static void yieldOften() {
        for (int i = 0; i < COUNT / 2; i++) {
            Thread.yield();
        }
    }
}
