// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.guest;

import dev.clew.benchmarks.workload.Virtual;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;

/**
 * A process with many live tasks: parked virtual threads, the few of them that are left of very many, or incomplete
 * futures. For each line of its input it tells the longest time in which a busy thread did not run since the line
 * before, in nanoseconds.
 */
public final class Crowd {

    /** One of so many stays where the others go. */
    public static final int SURVIVORS = 128;

    private static final int BATCH = 5_000;
    private static final long PAUSE_MILLIS = 50;
    private static final int HISTORY = 100_000;

    private static volatile long longest;
    private static volatile Object[] futures;

    private Crowd() {}

    /** Takes a kind, how many, and {@code spin} and {@code churn}; waits for a line, makes the tasks, and answers. */
    public static void main(String[] arguments) throws Exception {
        String kind = arguments[0];
        int count = Integer.parseInt(arguments[1]);
        List<String> beside = List.of(arguments).subList(2, arguments.length);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        if (kind.equals("survivor")) {
            // Fills the history, so that what it holds is the same before and after.
            parkThreads(HISTORY, i -> true);
        }
        System.out.println("up");
        in.readLine();
        switch (kind) {
            case "future" -> makeFutures(count);
            case "survivor" -> parkThreads(count, i -> i % SURVIVORS != 0);
            default -> parkThreads(count, i -> false);
        }
        run(beside.contains("spin"), "spinner", Crowd::spin);
        run(beside.contains("churn"), "churner", Crowd::churn);
        System.out.println("ready");
        answer(in);
    }

    private static void run(boolean wanted, String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        if (wanted) {
            thread.start();
        }
    }

    /** Parks threads; those that go, go together. */
    private static void parkThreads(int count, IntPredicate goes) throws InterruptedException {
        CountDownLatch parked = new CountDownLatch(count);
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> going = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            breathe(i);
            boolean stays = !goes.test(i);
            Thread thread = Virtual.start(() -> {
                parked.countDown();
                while (stays || !over.get()) {
                    LockSupport.park();
                }
            });
            if (!stays) {
                going.add(thread);
            }
        }
        parked.await();
        over.set(true);
        for (Thread thread : going) {
            LockSupport.unpark(thread);
        }
        for (Thread thread : going) {
            thread.join();
        }
    }

    private static void makeFutures(int count) throws InterruptedException {
        Object[] made = new Object[count];
        for (int i = 0; i < count; i++) {
            breathe(i);
            made[i] = new CompletableFuture<String>();
        }
        futures = made;
    }

    /** Leaves the recorder its time: creations that come too fast are counted and take no stack. */
    private static void breathe(int made) throws InterruptedException {
        if (made % BATCH == BATCH - 1) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static void churn() {
        AtomicInteger running = new AtomicInteger();
        while (true) {
            for (int i = 0; i < SURVIVORS; i++) {
                running.incrementAndGet();
                Virtual.start(running::decrementAndGet);
            }
            while (running.get() > 0) {
                Thread.onSpinWait();
            }
        }
    }

    private static void spin() {
        long last = System.nanoTime();
        while (true) {
            long now = System.nanoTime();
            if (now - last > longest) {
                longest = now - last;
            }
            last = now;
        }
    }

    private static void answer(BufferedReader in) throws IOException {
        while (in.readLine() != null) {
            System.out.println(longest);
            longest = 0;
        }
    }
}
