// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes a task of each kind that every supported JDK has; each waits at the gate of its class's name. */
public final class Kinds {

    private static final ExecutorService POOL = Executors.newCachedThreadPool();
    private static final ScheduledExecutorService SCHEDULER = Executors.newScheduledThreadPool(2);
    private static final ForkJoinPool FORKS = new ForkJoinPool(4);
    private static final Timer OLD_TIMER = new Timer("old timer", true);
    private static CompletableFuture<String> kept;

    public static void main(String[] words) throws Exception {
        Script.run(Kinds.class);
        System.exit(7);
    }

    static void startThread() {
        class Threaded extends Script.Held {}
        var thread = new Thread(new Threaded(), "weaver");
        thread.start();
    }

    static void submitToPool() {
        class Submitted extends Script.Held {}
        POOL.submit(new Submitted());
    }

    static void callInPool() {
        class Called implements Callable<String> {
            @Override
            public String call() {
                Script.hold("Called");
                return "fine";
            }
        }
        POOL.submit(new Called());
    }

    static void executeInPool() {
        class Executed extends Script.Held {}
        POOL.execute(new Executed());
    }

    /** A pool that does something around every task. */
    private static final class Attentive extends ThreadPoolExecutor {

        Attentive() {
            super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        }

        @Override
        public void execute(Runnable work) {
            super.execute(work);
        }

        @Override
        protected void beforeExecute(Thread thread, Runnable work) {
            super.beforeExecute(thread, work);
        }

        @Override
        protected void afterExecute(Runnable work, Throwable error) {
            super.afterExecute(work, error);
        }
    }

    static void executeInSubclass() {
        class Subclassed extends Script.Held {}
        new Attentive().execute(new Subclassed());
    }

    static void submitToSubclass() {
        class SubclassSubmitted extends Script.Held {}
        new Attentive().submit(new SubclassSubmitted());
    }

    static void delay() {
        class Delayed extends Script.Held {}
        SCHEDULER.schedule(new Delayed(), 1, TimeUnit.MILLISECONDS);
    }

    static void delayForLong() {
        class Distant extends Script.Held {}
        SCHEDULER.schedule(new Distant(), 1, TimeUnit.HOURS);
    }

    static void repeat() {
        class Repeated implements Runnable {
            @Override
            public void run() {}
        }
        SCHEDULER.scheduleAtFixedRate(new Repeated(), 1, 1, TimeUnit.MILLISECONDS);
    }

    static void fork() {
        class Forked extends RecursiveAction {
            @Override
            protected void compute() {
                Script.hold("Forked");
            }
        }
        class Forking extends RecursiveAction {
            @Override
            protected void compute() {
                var child = new Forked();
                child.fork();
                Script.hold("Forking");
            }
        }
        FORKS.submit(new Forking());
    }

    static void submitToForkJoin() {
        class ForkJoinSubmitted extends Script.Held {}
        FORKS.submit(new ForkJoinSubmitted());
    }

    static void executeInCommonPool() {
        class CommonExecuted extends Script.Held {}
        ForkJoinPool.commonPool().execute(new CommonExecuted());
    }

    static void supply() {
        class Supplied implements Supplier<String> {
            @Override
            public String get() {
                Script.hold("Supplied");
                return "fine";
            }
        }
        CompletableFuture.supplyAsync(new Supplied(), POOL);
    }

    static void runOnCustomExecutor() {
        class CustomRun extends Script.Held {}
        CompletableFuture.runAsync(new CustomRun(), work -> new Thread(work, "custom").start());
    }

    static void depend() {
        class Source extends Script.Held {}
        class Dependent implements Function<Void, String> {
            @Override
            public String apply(Void nothing) {
                Script.hold("Dependent");
                return "fine";
            }
        }
        kept = CompletableFuture.runAsync(new Source(), POOL).thenApply(new Dependent());
    }

    static void promise() {
        kept = new CompletableFuture<>();
        var promise = kept;
        new Thread(() -> promise.join(), "hopeful").start();
    }

    static void keepPromise() {
        kept.complete("kept");
    }

    static void time() {
        class Timed extends TimerTask {
            @Override
            public void run() {
                Script.hold("Timed");
            }
        }
        new Timer("timer", true).schedule(new Timed(), 1);
    }

    static void timeByAnOldTimer() {
        class TimedByAnOldTimer extends TimerTask {
            @Override
            public void run() {
                Script.hold("TimedByAnOldTimer");
            }
        }
        OLD_TIMER.schedule(new TimedByAnOldTimer(), 1);
    }

    static void timeAgainAndAgain() {
        class Ticking extends TimerTask {
            @Override
            public void run() {}
        }
        new Timer("ticker", true).schedule(new Ticking(), 1, 1);
    }

    /** An executor that only starts threads. */
    private static final class Homemade extends AbstractExecutorService {

        @Override
        public void execute(Runnable work) {
            new Thread(work, "homemade").start();
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

    static void submitToHomemade() {
        class HomemadeSubmitted extends Script.Held {}
        new Homemade().submit(new HomemadeSubmitted());
    }

    /** An executor of nobody's kind: it starts a thread for whatever it is handed. */
    private static final class Plain implements Executor {

        @Override
        public void execute(Runnable work) {
            new Thread(() -> work.run(), "plain").start();
        }
    }

    static void executeInPlainExecutor() {
        class PlainExecuted extends Script.Held {}
        new Plain().execute(new PlainExecuted());
    }

    static void submitToCompletionService() {
        class ServiceSubmitted implements Callable<String> {
            @Override
            public String call() {
                Script.hold("ServiceSubmitted");
                return "fine";
            }
        }
        new ExecutorCompletionService<String>(POOL).submit(new ServiceSubmitted());
    }
}
