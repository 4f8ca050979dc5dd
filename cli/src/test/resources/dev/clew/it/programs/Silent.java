// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Lets tasks go without a word. */
public final class Silent {

    private static final ExecutorService POOL = Executors.newCachedThreadPool();
    private static final ScheduledExecutorService SCHEDULER = Executors.newScheduledThreadPool(1);
    private static final Queue<Object> KEPT = new ConcurrentLinkedQueue<>();

    public static void main(String[] words) throws Exception {
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {});
        Script.run(Silent.class);
        System.exit(0);
    }

    static void stopPeriodically() {
        class Heart implements Runnable {
            private int beats;

            @Override
            public void run() {
                if (++beats == 7) {
                    throw new IllegalStateException("seventh beat");
                }
            }
        }
        SCHEDULER.scheduleWithFixedDelay(new Heart(), 1, 1, TimeUnit.MILLISECONDS);
    }

    static void killWorker() {
        class Deadly implements Runnable {
            @Override
            public void run() {
                throw new IllegalStateException("deadly");
            }
        }
        new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1),
                work -> new Thread(work, "mortal")).execute(new Deadly());
    }

    /** A pool whose only worker is busy and whose queue has room for one. */
    private static ThreadPoolExecutor narrow(RejectedExecutionHandler handler) throws Exception {
        class Busy implements Runnable {
            private final CountDownLatch began = new CountDownLatch(1);

            @Override
            public void run() {
                began.countDown();
                Script.hold("Busy");
            }
        }
        var pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), handler);
        var busy = new Busy();
        pool.execute(busy);
        busy.began.await();
        return pool;
    }

    static void discard() throws Exception {
        class Queued implements Runnable {
            @Override
            public void run() {}
        }
        class Discarded extends Queued {}
        class DiscardedSubmission extends Queued {}
        class DiscardedStage extends Queued {}
        ThreadPoolExecutor pool = narrow(new ThreadPoolExecutor.DiscardPolicy());
        pool.execute(new Queued());
        pool.execute(new Discarded());
        KEPT.add(pool.submit(new DiscardedSubmission()));
        KEPT.add(CompletableFuture.runAsync(new DiscardedStage(), pool));
    }

    static void discardOldest() throws Exception {
        class Pushed implements Runnable {
            @Override
            public void run() {}
        }
        class Pushing implements Runnable {
            @Override
            public void run() {}
        }
        ThreadPoolExecutor pool = narrow(new ThreadPoolExecutor.DiscardOldestPolicy());
        pool.execute(new Pushed());
        Thread pusher = new Thread(() -> pool.submit(new Pushing()), "pusher");
        pusher.start();
        pusher.join();
    }

    static void discardAfterShutdown() throws Exception {
        class Latecomer implements Runnable {
            @Override
            public void run() {}
        }
        var pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1),
                new ThreadPoolExecutor.DiscardOldestPolicy());
        pool.shutdown();
        pool.execute(new Latecomer());
    }

    static void swallowRejection() throws Exception {
        class Swallowed implements Runnable {
            @Override
            public void run() {}
        }
        ThreadPoolExecutor pool = narrow(new ThreadPoolExecutor.AbortPolicy());
        pool.shutdown();
        Library.offer(pool, new Swallowed());
    }

    /** A library that thinks little of refusals. */
    private static final class Library {

        static void offer(ExecutorService executor, Runnable work) {
            try {
                executor.submit(work);
            } catch (RejectedExecutionException ignored) {
                Script.reached("swallowed");
            }
        }
    }

    static void rejectStage() {
        class Unwanted implements Runnable {
            @Override
            public void run() {}
        }
        try {
            CompletableFuture.runAsync(new Unwanted(), work -> {
                throw new RejectedExecutionException("we are closed");
            });
        } catch (RejectedExecutionException ignored) {
            Script.reached("swallowed");
        }
    }

    static void rejectSuppliedStage() {
        ThreadPoolExecutor closed = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1));
        closed.shutdown();
        try {
            CompletableFuture.supplyAsync(Silent::unwanted, closed);
        } catch (RejectedExecutionException ignored) {
            Script.reached("swallowed");
        }
    }

    private static String unwanted() {
        return "never";
    }

    static void acceptStages() {
        CompletableFuture.runAsync(() -> {}, Runnable::run).join();
        CompletableFuture.supplyAsync(() -> CompletableFuture.runAsync(() -> {}, POOL), Runnable::run).join().join();
    }

    static void rejectDependent() throws Exception {
        CompletableFuture<String> source = new CompletableFuture<>();
        KEPT.add(source.thenApplyAsync(String::trim, work -> {
            throw new RejectedExecutionException("not today");
        }));
        source.complete("x");
    }

    static void rejectDependentAtOnce() {
        Executor closed = work -> {
            throw new RejectedExecutionException("not today");
        };
        CompletableFuture<String> source = CompletableFuture.completedFuture("x");
        KEPT.add(source.thenApplyAsync(String::trim, closed));
        KEPT.add(source.whenCompleteAsync((value, error) -> { }, closed));
        KEPT.add(source.thenCombineAsync(source, String::concat, closed));
        KEPT.add(source.applyToEitherAsync(source, String::trim, closed));
    }

    static void abandonStage() throws Exception {
        class Stranded implements Runnable {
            @Override
            public void run() {}
        }
        ThreadPoolExecutor pool = narrow(new ThreadPoolExecutor.AbortPolicy());
        KEPT.add(CompletableFuture.runAsync(new Stranded(), pool));
        Thread closer = new Thread(pool::shutdownNow, "closer");
        closer.start();
        closer.join();
    }

    static void loseSubmission() throws Exception {
        class Misplaced implements Runnable {
            @Override
            public void run() {}
        }
        ThreadPoolExecutor pool = narrow(new ThreadPoolExecutor.AbortPolicy());
        Future<?> future = pool.submit(new Misplaced());
        pool.getQueue().clear();
        Script.reached("done " + future.isDone());
    }
}
