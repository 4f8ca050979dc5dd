// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.workload;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What tasks do all the time and Clew does not hook: locks and queues. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Uncontended {

    private final ReentrantLock lock = new ReentrantLock();
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    private int count;

    /** Takes a lock and lets it go. */
    @Benchmark
    public int lock() {
        lock.lock();
        try {
            return ++count;
        } finally {
            lock.unlock();
        }
    }

    /** Puts something into a queue and takes it out. */
    @Benchmark
    public String queue() throws InterruptedException {
        queue.put("one");
        return queue.take();
    }
}
