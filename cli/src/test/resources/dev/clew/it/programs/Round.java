// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One run of a generated tree of tasks: their latches, and what they need of each other. */
final class Round {

    static final int MADE = 0;
    static final int RUNNING = 1;
    static final int ACTED = 2;
    static final int OVER = 3;
    static final ExecutorService POOL = Executors.newCachedThreadPool(daemons("shared"));
    static final ScheduledExecutorService SCHEDULER = scheduler();
    static final ForkJoinPool FORK = new ForkJoinPool(256);
    static final Executor HOMEMADE = new Homemade();
    static final ExecutorService SERVICE = new Service();
    static final Executor DIRECT = new Direct();
    /** Its only worker is busy for good, so whoever submits has to run it. */
    static final ExecutorService CROWDED = busy(new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
            new SynchronousQueue<>(), daemons("crowded"), new ThreadPoolExecutor.CallerRunsPolicy()));
    static final Runnable NOTHING = () -> { };
    /** Holds back the tasks that linger. */
    static volatile CountDownLatch gate = new CountDownLatch(0);

    private final CountDownLatch[][] latches;
    private final Object[] handles;
    private final Object[] hosts;
    private final Thread[] threads;
    private final CountDownLatch never = new CountDownLatch(1);

    Round(int size) {
        latches = new CountDownLatch[OVER + 1][size];
        for (CountDownLatch[] row : latches) {
            for (int i = 0; i < size; i++) {
                row[i] = new CountDownLatch(1);
            }
        }
        handles = new Object[size];
        hosts = new Object[size];
        threads = new Thread[size];
    }

    private static ScheduledExecutorService scheduler() {
        var scheduler = new ScheduledThreadPoolExecutor(128, daemons("scheduler"));
        scheduler.setRemoveOnCancelPolicy(true);
        return scheduler;
    }

    private static ThreadFactory daemons(String name) {
        var number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, number.get() == 0 ? name : name + "-" + number);
            number.incrementAndGet();
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Gives a pool's first worker something that ends when the pool is shut down at once. */
    private static ThreadPoolExecutor busy(ThreadPoolExecutor pool) {
        pool.execute(() -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                // The pool is shut down.
            }
        });
        return pool;
    }

    void open(int latch, int node) {
        latches[latch][node].countDown();
    }

    void await(int latch, int node) {
        try {
            latches[latch][node].await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("the generated program is wrong: waits for " + latch + " of " + node, e);
        }
    }

    /** A body begins. */
    void begin(int node) {
        threads[node] = Thread.currentThread();
    }

    /** Tells that the program itself is at fault. */
    IllegalStateException wrong(int node, Throwable error) {
        error.printStackTrace();
        return new IllegalStateException("the generated program is wrong at " + node, error);
    }

    /** Waits at the gate that the test may have closed. */
    void linger() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("the generated program is wrong", e);
        }
    }

    /** Waits until somebody has acted on this node. */
    void hang(int node) {
        open(RUNNING, node);
        try {
            latches[ACTED][node].await();
        } catch (InterruptedException e) {
            throw new Stopped("stopped " + node, e);
        }
    }

    /** Waits until somebody interrupts this node; tells whether to go on with the flag set. */
    void hangUntilInterrupted(int node, boolean flag) {
        open(RUNNING, node);
        try {
            never.await();
        } catch (InterruptedException e) {
            if (flag) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void stopWhenInterrupted(int node) {
        open(RUNNING, node);
        try {
            never.await();
        } catch (InterruptedException e) {
            throw new Stopped("stopped " + node, e);
        }
    }

    void tie(int node, Object handle) {
        handles[node] = handle;
    }

    void host(int node, Object host) {
        hosts[node] = host;
    }

    /** Hosts a timer that need not be cancelled, and must not be, unless somebody acts on its task: it dies of that. */
    void hostOnceActed(int node, Timer timer) {
        hosts[node] = (Runnable) () -> {
            if (latches[ACTED][node].getCount() == 0) {
                timer.cancel();
            }
        };
    }

    Future<?> future(int node) {
        return (Future<?>) handles[node];
    }

    @SuppressWarnings("unchecked")
    CompletableFuture<Object> stage(int node) {
        return (CompletableFuture<Object>) handles[node];
    }

    TimerTask timerTask(int node) {
        return (TimerTask) handles[node];
    }

    Thread thread(int node) {
        return threads[node];
    }

    ExecutorService pool(int node) {
        return (ExecutorService) hosts[node];
    }

    Timer timer(int node) {
        return (Timer) hosts[node];
    }

    static ThreadPoolExecutor single(int node) {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons("W" + node));
    }

    static ScheduledThreadPoolExecutor singleScheduler(int node) {
        return new ScheduledThreadPoolExecutor(1, daemons("W" + node));
    }

    static ExecutorService closed(int node) {
        return closed(node, new ThreadPoolExecutor.AbortPolicy());
    }

    static ExecutorService closed(int node, RejectedExecutionHandler handler) {
        ThreadPoolExecutor pool = single(node);
        pool.setRejectedExecutionHandler(handler);
        pool.shutdown();
        return pool;
    }

    /** Returns a pool whose only worker is busy, with room for one more in its queue. */
    static ThreadPoolExecutor full(int node) {
        return busy(new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), daemons("full"),
                new ThreadPoolExecutor.DiscardOldestPolicy()));
    }

    /** Completes a future that is being computed. */
    void breakOff(int node) {
        if (handles[node] instanceof ForkJoinTask<?> task) {
            task.completeExceptionally(new Torn(node));
        } else {
            stage(node).completeExceptionally(new Torn(node));
        }
    }

    /** Takes a result or a failure. */
    void look(int node) {
        try {
            future(node).get();
        } catch (InterruptedException e) {
            throw new IllegalStateException("the generated program is wrong", e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.CancellationException seen) {
            // This is the looking.
        }
    }

    /** Lets go of the threads that the round's pools and timers hold. */
    void close() {
        for (Object host : hosts) {
            if (host instanceof ThreadPoolExecutor full && full.getQueue() instanceof ArrayBlockingQueue) {
                full.shutdownNow();
            } else if (host instanceof ExecutorService pool) {
                pool.shutdown();
            } else if (host instanceof Timer timer) {
                timer.cancel();
            } else if (host instanceof Runnable close) {
                close.run();
            }
        }
    }

    /** What a generated task throws. */
    static final class Torn extends RuntimeException {
        Torn(int node) {
            super("torn " + node);
        }
    }

    /** What an interrupted task throws. */
    static final class Stopped extends RuntimeException {
        Stopped(String message, InterruptedException cause) {
            super(message, cause);
        }
    }

    private static final class Homemade implements Executor {
        @Override
        public void execute(Runnable work) {
            Thread thread = new Thread(() -> work.run(), "homemade");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static final class Direct implements Executor {
        @Override
        public void execute(Runnable work) {
            work.run();
        }
    }

    private static final class Service extends AbstractExecutorService {
        @Override
        public void execute(Runnable work) {
            HOMEMADE.execute(work);
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long time, TimeUnit unit) {
            return true;
        }
    }
}
