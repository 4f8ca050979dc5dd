// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.guest;

import dev.clew.benchmarks.workload.Virtual;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * A process with many live tasks: parked virtual threads or incomplete futures. For each line of its input it tells
 * the longest time in which a busy thread did not run since the line before, in nanoseconds.
 */
public final class Crowd {

    private static final int BATCH = 5_000;
    private static final long PAUSE_MILLIS = 50;

    private static volatile long longest;
    private static volatile Object[] futures;

    private Crowd() {}

    /** Waits for a line, makes so many tasks of one kind, says so, and answers. */
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[1]);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("up");
        in.readLine();
        if (arguments[0].equals("future")) {
            makeFutures(count);
        } else {
            parkThreads(count);
        }
        Thread spinner = new Thread(Crowd::spin, "spinner");
        spinner.setDaemon(true);
        if (arguments.length > 2) {
            spinner.start();
        }
        System.out.println("ready");
        answer(in);
    }

    private static void parkThreads(int count) throws InterruptedException {
        CountDownLatch parked = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            breathe(i);
            Virtual.start(() -> {
                parked.countDown();
                while (true) {
                    LockSupport.park();
                }
            });
        }
        parked.await();
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
