// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** Very many parked virtual threads, while others come and go. */
public final class Multitude {

    private static final int BATCH = 5_000;
    private static final long BREATH_NANOS = 20_000_000;

    public static void main(String[] words) throws Exception {
        Script.run(Multitude.class);
        System.exit(0);
    }

    /** Parks so many threads; the recorder gets some time, so that few stacks are left out. */
    static void park(String count) throws InterruptedException {
        int many = Integer.parseInt(count);
        var parked = new CountDownLatch(many);
        for (int i = 1; i <= many; i++) {
            Thread.ofVirtual().start(() -> {
                parked.countDown();
                while (true) {
                    LockSupport.park();
                }
            });
            if (i % BATCH == 0) {
                LockSupport.parkNanos(BREATH_NANOS);
            }
        }
        parked.await();
    }

    /** Has others come and go from now on. */
    static void churn() {
        Thread churn = new Thread(() -> {
            while (true) {
                try {
                    Thread.ofVirtual().start(new Passing()).join();
                } catch (InterruptedException e) {
                    return;
                }
            }
        }, "churn");
        churn.setDaemon(true);
        churn.start();
    }

    /** Work that is over at once, and told from the others by its name. */
    private record Passing() implements Runnable {
        @Override
        public void run() {}
    }

    /** Returns how many megabytes of the heap are in use after a collection. */
    static long used() {
        Script.collect();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
