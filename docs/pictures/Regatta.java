// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A harbor with traffic, for pictures: ships come, wait for a berth, are unloaded, and some run aground. */
public final class Regatta {

    private static final Random SEA = new Random(7);
    private static final ExecutorService QUAY = Executors.newFixedThreadPool(6, named("quay-1-berth-"));
    private static final ExecutorService CRANES = Executors.newCachedThreadPool(named("crane-"));
    private static final ScheduledExecutorService LIGHTHOUSE = Executors.newScheduledThreadPool(1, named("lighthouse-"));

    private static ThreadFactory named(String begin) {
        var count = new AtomicInteger();
        return work -> new Thread(work, begin + count.incrementAndGet());
    }

    public static void main(String[] words) throws Exception {
        LIGHTHOUSE.scheduleAtFixedRate(() -> rest(40), 0, 500, TimeUnit.MILLISECONDS);
        CRANES.submit(new Passage());
        for (int ship = 0; ; ship++) {
            arrive(ship);
            rest(20 + (int) (60 * (1 + Math.sin(ship / 60.0))) + SEA.nextInt(30));
        }
    }

    private static void arrive(int ship) {
        QUAY.submit(() -> unload(ship));
        if (ship % 3 == 0) {
            CompletableFuture.runAsync(() -> rest(150), CRANES).thenRun(() -> rest(20));
        }
    }

    private static void unload(int ship) {
        rest(200 + SEA.nextInt(400));
        if (ship % 17 == 0) {
            throw new IllegalStateException("ship " + ship + " ran aground");
        }
    }

    /** Waits for a tide that does not come. */
    private static final class Passage implements Runnable {
        @Override
        public void run() {
            new CompletableFuture<String>().join();
        }
    }

    private static void rest(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
