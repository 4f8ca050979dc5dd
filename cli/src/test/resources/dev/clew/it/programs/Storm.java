// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/** Tasks that end very many others. */
public final class Storm {

    private static final ExecutorService POOL = Executors.newCachedThreadPool();
    private static final ExecutorService NARROW = Executors.newSingleThreadExecutor();

    public static void main(String[] words) throws Exception {
        Script.run(Storm.class);
        System.exit(0);
    }

    /** Work that waits behind a closed gate until it is cancelled. */
    private static final class Drizzle implements Runnable {
        @Override
        public void run() {}
    }

    private static List<Future<?>> queued(int count) throws InterruptedException {
        var busy = new CountDownLatch(1);
        NARROW.execute(() -> {
            busy.countDown();
            Script.hold("narrow");
        });
        busy.await();
        List<Future<?>> queued = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            queued.add(NARROW.submit(new Drizzle()));
        }
        return queued;
    }

    /** Cancels all that it is given, one after the other. */
    private static final class Stormer implements Runnable {

        private final List<Future<?>> victims;
        private final AtomicInteger hits;

        Stormer(List<Future<?>> victims, AtomicInteger hits) {
            this.victims = victims;
            this.hits = hits;
        }

        @Override
        public void run() {
            for (Future<?> victim : victims) {
                if (victim.cancel(true)) {
                    hits.incrementAndGet();
                }
            }
        }
    }

    /** Has one task cancel many; returns how many it could cancel. */
    static int cancelMany(String count) throws Exception {
        var hits = new AtomicInteger();
        POOL.submit(new Stormer(queued(Integer.parseInt(count)), hits)).get();
        return hits.get();
    }

    /** Has eight tasks cancel the same ones at once; returns how many each could cancel. */
    static String cancelTogether(String count) throws Exception {
        List<Future<?>> victims = queued(Integer.parseInt(count));
        var begin = new CountDownLatch(1);
        List<AtomicInteger> hits = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            var mine = new AtomicInteger();
            hits.add(mine);
            var stormer = new Stormer(victims.subList(victims.size() / 8 * i, victims.size()), mine);
            threads.add(new Thread(() -> {
                try {
                    begin.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                stormer.run();
            }, "stormer-" + i));
        }
        threads.forEach(Thread::start);
        begin.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        return String.join(",", hits.stream().map(String::valueOf).toList());
    }

    /** Cancels the one before, starts the next one, and waits to be cancelled by that. */
    private static final class Relay implements Runnable {

        private final Future<?> before;
        private final int left;
        private FutureTask<?> self;

        private Relay(Future<?> before, int left) {
            this.before = before;
            this.left = left;
        }

        static FutureTask<?> of(Future<?> before, int left) {
            var relay = new Relay(before, left);
            relay.self = new FutureTask<>(relay, null);
            return relay.self;
        }

        @Override
        public void run() {
            if (before != null) {
                pass();
            }
            if (left == 0) {
                Script.reached("the last relay");
                return;
            }
            POOL.execute(of(self, left - 1));
            try {
                Script.gate("relay").await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }

        private void pass() {
            before.cancel(true);
        }
    }

    /** Has each of many tasks be cancelled by the one that it started. */
    static void relay(String count) throws Exception {
        POOL.execute(Relay.of(null, Integer.parseInt(count)));
        Script.await("the last relay");
    }
}
