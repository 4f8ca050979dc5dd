// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.guest;

import dev.clew.benchmarks.workload.Virtual;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Makes short virtual threads in the way that each line of its input says, as {@code WORD HOW-MUCH TASKS}, and tells how
 * many it made, the CPU time of the process and the time that passed, in nanoseconds.
 */
public final class Maker {

    private static final int BATCH = 1_000;
    private static final long BREATH = 3_000_000;
    private static final long TICK = 1_000_000;
    private static final int TICKS = 1_000;

    /** Its threads stay: the CPU time of one that ended would be missing. */
    private static final ExecutorService CREATORS = Executors.newCachedThreadPool();
    private static final LongAdder ENDED = new LongAdder();
    private static final Runnable WORK = Maker::end;

    private static Places places = new Places(0);
    private static int parked;

    private Maker() {}

    /** Answers each line. */
    public static void main(String[] arguments) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("up");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            int much = Integer.parseInt(words[1]);
            IntConsumer way = way(words[0], much);
            int tasks = Integer.parseInt(words[2]);
            way.accept(tasks / 4);
            await();
            System.out.println(measure(way, tasks));
        }
    }

    /** What each task does. */
    static void end() {
        ENDED.increment();
    }

    private static IntConsumer way(String word, int much) {
        switch (word) {
            case "live" -> park(much);
            case "places" -> places = new Places(much);
            default -> { }
        }
        return switch (word) {
            case "rate" -> tasks -> atRate(much, tasks);
            case "depth" -> tasks -> deeper(much, () -> breathing(tasks, i -> Virtual.start(WORK)));
            case "origins" -> tasks -> breathing(tasks, i -> Places.from(i % much, WORK));
            case "places" -> tasks -> breathing(tasks, i -> Places.from(i % much, places.work(i % much)));
            case "threads" -> tasks -> byThreads(much, tasks);
            default -> tasks -> breathing(tasks, i -> Virtual.start(WORK));
        };
    }

    private static String measure(IntConsumer way, int tasks) {
        long ended = ENDED.sum();
        Processor processor = new Processor();
        long begun = System.nanoTime();
        way.accept(tasks);
        long took = System.nanoTime() - begun;
        await();
        return ENDED.sum() - ended + " " + processor.nanos() + " " + took;
    }

    /** Waits until no task ends any more. */
    private static void await() {
        for (long before = -1; before != ENDED.sum(); ) {
            before = ENDED.sum();
            LockSupport.parkNanos(50 * TICK);
        }
    }

    /** Leaves the recorder its time, as applications do: otherwise it sheds load, and the price is too good. */
    private static void breathing(int tasks, IntConsumer make) {
        for (int i = 0; i < tasks; i++) {
            make.accept(i);
            if (i % BATCH == BATCH - 1) {
                LockSupport.parkNanos(BREATH);
            }
        }
    }

    /** As many in each thousandth of a second, or as many as it can. */
    private static void atRate(int rate, int tasks) {
        long begun = System.nanoTime();
        for (int made = 0, tick = 1; made < tasks; tick++) {
            for (int due = (int) Math.min(tasks, (long) rate * tick / TICKS); made < due; made++) {
                Virtual.start(WORK);
            }
            while (System.nanoTime() < begun + tick * TICK) {
                LockSupport.parkNanos(begun + tick * TICK - System.nanoTime());
            }
        }
    }

    private static void byThreads(int threads, int tasks) {
        CountDownLatch done = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            CREATORS.execute(() -> {
                breathing(tasks / threads, j -> Virtual.start(WORK));
                done.countDown();
            });
        }
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Parks as many threads as are missing. */
    private static void park(int wanted) {
        for (; parked < wanted; parked++) {
            if (parked % BATCH == 0) {
                LockSupport.parkNanos(BREATH);
            }
            Virtual.start(() -> {
                while (true) {
                    LockSupport.park();
                }
            });
        }
    }

    private static void deeper(int more, Runnable body) {
        if (more > 1) {
            deeper(more - 1, body);
        } else {
            body.run();
        }
    }
}
