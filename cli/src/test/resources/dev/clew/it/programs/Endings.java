// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends tasks in each way there is. */
public final class Endings {

    private static final ExecutorService POOL = Executors.newCachedThreadPool();
    private static final ScheduledExecutorService SCHEDULER = Executors.newScheduledThreadPool(2);

    public static void main(String[] words) throws Exception {
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {});
        Script.run(Endings.class);
        System.exit(0);
    }

    /** Work that fails. */
    private abstract static class Failing implements Runnable {

        @Override
        public void run() {
            throw new IllegalStateException("broken " + getClass().getSimpleName());
        }
    }

    static void fail() throws Exception {
        class Unwatched extends Failing {}
        POOL.submit(new Unwatched());
    }

    static void failSeen() throws Exception {
        class Seen extends Failing {}
        try {
            POOL.submit(new Seen()).get();
        } catch (java.util.concurrent.ExecutionException e) {
            Script.reached("Seen");
        }
    }

    static void failExecuted() {
        class ExecutedBroken extends Failing {}
        POOL.execute(new ExecutedBroken());
    }

    static void failStage() {
        class StageBroken extends Failing {}
        CompletableFuture.runAsync(new StageBroken(), POOL);
    }

    static void failPeriodically() {
        class Flaky implements Runnable {
            private int runs;

            @Override
            public void run() {
                if (++runs == 3) {
                    throw new IllegalStateException("third run");
                }
            }
        }
        SCHEDULER.scheduleAtFixedRate(new Flaky(), 1, 1, TimeUnit.MILLISECONDS);
    }

    static void failUncaught() throws Exception {
        class Uncaught extends Failing {}
        Thread thread = new Thread(new Uncaught(), "careless");
        thread.start();
        thread.join();
    }

    static void failTimer() {
        class TimerBroken extends TimerTask {
            @Override
            public void run() {
                throw new IllegalStateException("broken timer");
            }
        }
        new Timer("doomed", true).schedule(new TimerBroken(), 1);
    }

    private static void strangle(String name, Future<?> future) throws Exception {
        Script.await(name);
        Thread canceller = new Thread(() -> future.cancel(true), "strangler");
        canceller.start();
        canceller.join();
    }

    static void cancelRunning() throws Exception {
        class Strangled extends Script.Held {}
        strangle("Strangled", POOL.submit(new Strangled()));
    }

    static void cancelQueued() throws Exception {
        class Waiting extends Script.Held {}
        SCHEDULER.schedule(new Waiting(), 1, TimeUnit.HOURS).cancel(false);
    }

    static void cancelStage() throws Exception {
        class StageStrangled extends Script.Held {}
        strangle("StageStrangled", CompletableFuture.runAsync(new StageStrangled(), POOL));
    }

    static void cancelPeriodic() throws Exception {
        class Stopped implements Runnable {
            @Override
            public void run() {
                Script.reached("Stopped");
            }
        }
        strangle("Stopped", SCHEDULER.scheduleAtFixedRate(new Stopped(), 1, 1, TimeUnit.MILLISECONDS));
    }

    static void cancelTimerTask() {
        class TimerStopped extends TimerTask {
            @Override
            public void run() {}
        }
        var task = new TimerStopped();
        new Timer("patient", true).schedule(task, 3_600_000);
        task.cancel();
    }

    static void abandonTimerTask() {
        class TimerAbandoned extends TimerTask {
            @Override
            public void run() {}
        }
        var timer = new Timer("leaving", true);
        timer.schedule(new TimerAbandoned(), 3_600_000);
        timer.cancel();
    }

    static void interrupt() throws Exception {
        class Interrupted extends Script.Held {}
        Thread victim = new Thread(new Interrupted(), "victim");
        victim.start();
        Script.await("Interrupted");
        Thread offender = new Thread(victim::interrupt, "offender");
        offender.start();
        victim.join();
    }

    private static ThreadPoolExecutor single(int queue) {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(queue));
    }

    static void reject() throws Exception {
        class Blocker extends Script.Held {}
        class Refused extends Script.Held {}
        class RefusedSubmission extends Script.Held {}
        ThreadPoolExecutor full = single(1);
        full.execute(new Blocker());
        full.execute(new Blocker());
        try {
            full.execute(new Refused());
        } catch (RejectedExecutionException e) {
            Script.reached("Refused");
        }
        try {
            full.submit(new RefusedSubmission());
        } catch (RejectedExecutionException e) {
            Script.reached("RefusedSubmission");
        }
        full.shutdownNow();
    }

    static void shutDown() throws Exception {
        class Occupant extends Script.Held {}
        class Stranded extends Script.Held {}
        class StrandedSubmission extends Script.Held {}
        ThreadPoolExecutor closing = single(9);
        closing.execute(new Occupant());
        Script.await("Occupant");
        closing.execute(new Stranded());
        closing.submit(new StrandedSubmission());
        Thread closer = new Thread(closing::shutdownNow, "closer");
        closer.start();
        closer.join();
    }

    static void losePromise() {
        promise();
    }

    private static void promise() {
        new CompletableFuture<String>();
    }

    static void timeOut() throws Exception {
        var late = new CompletableFuture<String>().orTimeout(1, TimeUnit.MILLISECONDS);
        var over = new CountDownLatch(1);
        late.whenComplete((value, error) -> over.countDown());
        over.await();
    }

    static void completeByAnother() throws Exception {
        var promise = new CompletableFuture<String>();
        var spoilt = new IllegalStateException("spoilt");
        Thread spoiler = new Thread(() -> promise.completeExceptionally(spoilt), "spoiler");
        spoiler.start();
        spoiler.join();
    }
}
