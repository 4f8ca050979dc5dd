// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/** Keeps pools busy, each in its own way. */
public final class Marina {

    private static final ExecutorService QUAY = Executors.newFixedThreadPool(2, work -> new Thread(work, name("quay-1-berth-")));
    private static final ForkJoinPool LOCKS = new ForkJoinPool(2);
    /** Its threads run something that wraps the pool's worker. */
    private static final ExecutorService TUGS = Executors.newFixedThreadPool(2,
            work -> new Thread(() -> work.run(), name("tug-")));

    private static int named;

    public static void main(String[] words) throws Exception {
        Script.run(Marina.class);
        System.exit(7);
    }

    private static String name(String begin) {
        return begin + ++named;
    }

    static class Ship extends Script.Held {}

    static class Passage extends Script.Held {}

    /** Has three ships go at once, and five wait for a berth, of which two have one. */
    static void busy() throws Exception {
        var gone = new CountDownLatch(3);
        for (int i = 0; i < 3; i++) {
            QUAY.execute(gone::countDown);
        }
        gone.await();
        for (int i = 0; i < 5; i++) {
            QUAY.submit(new Ship());
        }
        LOCKS.execute(new Passage());
        TUGS.submit(() -> Script.hold("tug"));
        TUGS.submit(() -> Script.hold("tug"));
        Script.await("Ship");
        Script.await("Passage");
        Script.await("tug");
    }

    static void fail() {
        QUAY.submit(() -> {
            throw new IllegalStateException("anchor lost");
        });
    }

    static void shutdown() throws Exception {
        QUAY.shutdown();
        QUAY.awaitTermination(10, TimeUnit.SECONDS);
    }
}
