// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends tasks in each way that somebody else stands behind, each from a thread named after the way. */
public final class Causes {

    private static final ExecutorService POOL = Executors.newCachedThreadPool();
    private static final ScheduledExecutorService SCHEDULER = Executors.newScheduledThreadPool(1);

    public static void main(String[] words) throws Exception {
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {});
        Script.run(Causes.class);
        System.exit(0);
    }

    /** Something that a thread does. */
    interface Deed {
        void perform() throws Exception;
    }

    /** Has a thread of this name do something, and waits for it. */
    static void by(String name, Deed deed) throws Exception {
        Thread thread = new Thread(() -> {
            try {
                deed.perform();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }, name);
        thread.start();
        thread.join();
    }

    private static void await(Future<?> future) {
        while (!future.isDone()) {
            Thread.onSpinWait();
        }
    }

    // futures whose result somebody else sets

    static void obtrudeError() throws Exception {
        var promise = new CompletableFuture<String>();
        by("error-obtruder", () -> promise.obtrudeException(new IllegalStateException("forced")));
    }

    static void obtrudeValue() throws Exception {
        var promise = new CompletableFuture<String>();
        by("value-obtruder", () -> promise.obtrudeValue("forced"));
    }

    static void obtrudeEnded() throws Exception {
        var promise = new CompletableFuture<String>();
        promise.complete("first");
        by("late-obtruder", () -> promise.obtrudeException(new IllegalStateException("second")));
    }

    static void cancelPromise() throws Exception {
        var promise = new CompletableFuture<String>();
        by("promise-canceller", () -> promise.cancel(true));
    }

    static void failDependent() throws Exception {
        var source = new CompletableFuture<String>();
        source.thenApply(Causes::never);
        by("source-breaker", () -> source.completeExceptionally(new IllegalStateException("dry")));
    }

    private static String never(String value) {
        return value;
    }

    static void failAtOnce() {
        CompletableFuture.completedFuture("x").thenApply(Causes::broken);
    }

    private static String broken(String value) {
        throw new IllegalStateException("at once");
    }

    // timeouts: who asked for them is over when they come

    static void orTimeout() throws Exception {
        var late = new CompletableFuture<String>();
        by("impatient", () -> late.orTimeout(30, TimeUnit.MILLISECONDS));
        await(late);
    }

    static void completeOnTimeout() throws Exception {
        var late = new CompletableFuture<String>();
        by("content", () -> late.completeOnTimeout("nothing", 30, TimeUnit.MILLISECONDS));
        await(late);
    }

    static void keepAfterTimeout() throws Exception {
        var late = new CompletableFuture<String>();
        var promise = new CompletableFuture<String>();
        late.whenComplete((value, error) -> promise.complete("kept"));
        by("hasty", () -> late.orTimeout(1, TimeUnit.MILLISECONDS));
        await(promise);
    }

    // calls of many

    static void invokeAny() throws Exception {
        class AnyLoser implements Callable<String> {
            @Override
            public String call() {
                Script.hold("AnyLoser");
                return "lost";
            }
        }
        Callable<String> winner = () -> {
            Script.await("AnyLoser");
            return "won";
        };
        by("chooser", () -> POOL.invokeAny(List.of(new AnyLoser(), winner)));
    }

    static void invokeAll() throws Exception {
        class AllLate implements Callable<String> {
            @Override
            public String call() {
                Script.hold("AllLate");
                return "late";
            }
        }
        by("caller", () -> POOL.invokeAll(List.of(new AllLate()), 30, TimeUnit.MILLISECONDS));
    }

    static void invokeAnyForked() throws Exception {
        class ForkedLoser implements Callable<String> {
            @Override
            public String call() {
                Script.hold("ForkedLoser");
                return "lost";
            }
        }
        Callable<String> winner = () -> {
            Script.await("ForkedLoser");
            return "won";
        };
        var pool = new ForkJoinPool(2);
        by("fork-chooser", () -> pool.invokeAny(List.of(new ForkedLoser(), winner)));
    }

    // pools that are stopped

    static void shutDownScheduler() throws Exception {
        class Later extends Script.Held {}
        class LaterAgain extends Script.Held {}
        var scheduler = new ScheduledThreadPoolExecutor(1);
        scheduler.schedule(new Later(), 1, TimeUnit.HOURS);
        scheduler.scheduleAtFixedRate(new LaterAgain(), 1, 1, TimeUnit.HOURS);
        by("scheduler-stopper", scheduler::shutdownNow);
    }

    static void shutDownSchedulerGently() throws Exception {
        class NeverAgain extends Script.Held {}
        var scheduler = new ScheduledThreadPoolExecutor(1);
        scheduler.scheduleAtFixedRate(new NeverAgain(), 1, 1, TimeUnit.HOURS);
        by("gentle-stopper", scheduler::shutdown);
    }

    static void shutDownForks() throws Exception {
        class ForkBusy extends Script.Held {}
        class ForkQueued extends Script.Held {}
        var pool = new ForkJoinPool(1);
        pool.submit(new ForkBusy());
        Script.await("ForkBusy");
        for (int i = 0; i < 20; i++) {
            pool.submit(new ForkQueued());
        }
        by("fork-stopper", pool::shutdownNow);
        Script.gate("ForkBusy").countDown();
        pool.awaitTermination(10, TimeUnit.SECONDS);
    }

    static void stopForksWithHelp() throws Exception {
        class HelpedFork extends RecursiveAction {
            @Override
            protected void compute() {
                Script.reached("HelpedFork");
            }
        }
        class HelpedParent extends RecursiveAction {
            @Override
            protected void compute() {
                for (int i = 0; i < 20; i++) {
                    new HelpedFork().fork();
                }
                Script.reached("HelpedParent");
                boolean stopped = false;
                while (!stopped) {
                    stopped = Script.gate("HelpedParent").getCount() == 0;
                }
            }
        }
        var pool = new ForkJoinPool(1);
        pool.submit(new HelpedParent());
        Script.await("HelpedParent");
        by("help-stopper", pool::shutdownNow);
        Script.gate("HelpedParent").countDown();
        by("helper", () -> pool.awaitTermination(10, TimeUnit.SECONDS));
    }

    // fork/join tasks

    static void cancelFork() throws Exception {
        class ForkCancelled extends Script.Held {}
        var pool = new ForkJoinPool(1);
        pool.submit(() -> Script.hold("fork-holder"));
        Script.await("fork-holder");
        ForkJoinTask<?> task = pool.submit(new ForkCancelled());
        by("fork-canceller", () -> task.cancel(true));
        Script.gate("fork-holder").countDown();
    }

    static void breakFork() throws Exception {
        class ForkBroken extends Script.Held {}
        var pool = new ForkJoinPool(1);
        pool.submit(() -> Script.hold("break-holder"));
        Script.await("break-holder");
        ForkJoinTask<?> task = pool.submit(new ForkBroken());
        by("fork-breaker", () -> task.completeExceptionally(new IllegalStateException("snapped")));
        Script.gate("break-holder").countDown();
    }

    static void failFork() throws Exception {
        class ForkFailing extends RecursiveAction {
            @Override
            protected void compute() {
                throw new IllegalStateException("by itself");
            }
        }
        await(new ForkJoinPool(1).submit(new ForkFailing()));
    }

    static void failCompleter() throws Exception {
        class Leaf extends CountedCompleter<Void> {
            Leaf(CountedCompleter<?> parent) {
                super(parent);
            }

            @Override
            public void compute() {
                throw new IllegalStateException("leaf");
            }
        }
        class Trunk extends CountedCompleter<Void> {
            @Override
            public void compute() {
                setPendingCount(1);
                new Leaf(this).fork();
                tryComplete();
            }
        }
        await(new ForkJoinPool(2).submit(new Trunk()));
    }

    // the rest

    static void cancelTimer() throws Exception {
        class TimerLeft extends TimerTask {
            @Override
            public void run() {}
        }
        var timer = new Timer("left", true);
        timer.schedule(new TimerLeft(), 3_600_000);
        by("timer-canceller", timer::cancel);
    }

    static void killTimer() throws Exception {
        class TimerOrphan extends TimerTask {
            @Override
            public void run() {}
        }
        class TimerKiller extends TimerTask {
            @Override
            public void run() {
                throw new IllegalStateException("killed");
            }
        }
        var timer = new Timer("mortal", true);
        timer.schedule(new TimerOrphan(), 3_600_000);
        timer.schedule(new TimerKiller(), 1);
    }

    static void reject() throws Exception {
        class Unwanted extends Script.Held {}
        var closed = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new SynchronousQueue<>());
        closed.shutdown();
        by("applicant", () -> {
            try {
                closed.submit(new Unwanted());
            } catch (RejectedExecutionException e) {
                Script.reached("Unwanted");
            }
        });
    }

    static void cancelLater() throws Exception {
        class Doomed extends Script.Held {}
        class Hangman implements Runnable {
            private final Future<?> future;

            Hangman(Future<?> future) {
                this.future = future;
            }

            @Override
            public void run() {
                future.cancel(true);
            }
        }
        Future<?> doomed = POOL.submit(new Doomed());
        Script.await("Doomed");
        by("judge", () -> SCHEDULER.schedule(new Hangman(doomed), 1, TimeUnit.MILLISECONDS));
        await(doomed);
    }

    static void cancelChain() throws Exception {
        class First extends Script.Held {}
        class Second implements Runnable {
            @Override
            public void run() {
                Future<?> first = POOL.submit(new First());
                try {
                    Script.await("First");
                    Script.reached("Second");
                    Script.gate("Second").await();
                } catch (InterruptedException e) {
                    first.cancel(true);
                }
            }
        }
        Future<?> second = POOL.submit(new Second());
        Script.await("Second");
        new Thread(() -> {
            second.cancel(true);
            Script.hold("chain-beginner");
        }, "chain-beginner").start();
        Script.await("chain-beginner");
    }
}
