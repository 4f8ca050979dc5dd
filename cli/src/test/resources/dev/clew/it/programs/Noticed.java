// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fails in each way there is, and looks at the failure in each way there is, or not. */
public final class Noticed {

    private static final ExecutorService POOL = Executors.newCachedThreadPool();
    private static final ScheduledExecutorService SCHEDULER = Executors.newScheduledThreadPool(1);
    private static final ForkJoinPool FORKS = new ForkJoinPool(2);
    /** What is to stay there although nobody asks it. */
    private static final List<Object> KEPT = new java.util.concurrent.CopyOnWriteArrayList<>();

    public static void main(String[] words) throws Exception {
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> Script.reached("a handler of " + error.getMessage()));
        Script.run(Noticed.class);
        System.exit(0);
    }

    /** Work that fails. */
    private abstract static class Failing implements Runnable {

        @Override
        public void run() {
            throw new IllegalStateException("broken " + getClass().getSimpleName());
        }
    }

    private static <T> T kept(T future) {
        KEPT.add(future);
        return future;
    }

    /** Something that throws what it looks at. */
    private interface Look {
        Object at() throws Exception;
    }

    private static void caught(Look look) throws Exception {
        try {
            look.at();
        } catch (ExecutionException | CompletionException | IllegalStateException | TimeoutException expected) {
            Script.reached("caught");
        }
    }

    private static void over(Future<?> future) {
        while (!future.isDone()) {
            Thread.onSpinWait();
        }
    }

    // Futures of executors

    static void keepUnasked() {
        class Kept extends Failing {}
        over(kept(POOL.submit(new Kept())));
    }

    static void get() throws Exception {
        class Got extends Failing {}
        Future<?> future = kept(POOL.submit(new Got()));
        caught(future::get);
    }

    static void getInTime() throws Exception {
        class GotInTime extends Failing {}
        Future<?> future = kept(POOL.submit(new GotInTime()));
        caught(() -> future.get(1, TimeUnit.HOURS));
    }

    static void askWhetherDone() {
        class Done extends Failing {}
        Future<?> future = kept(POOL.submit(new Done()));
        over(future);
        future.isCancelled();
    }

    static void invokeAll() throws Exception {
        class AllAsked implements Callable<String> {
            @Override
            public String call() {
                throw new IllegalStateException("broken AllAsked");
            }
        }
        for (Future<String> future : POOL.invokeAll(List.of(new AllAsked()))) {
            caught(future::get);
        }
    }

    static void getPeriodic() throws Exception {
        class Ticking extends Failing {}
        Future<?> future = kept(SCHEDULER.scheduleAtFixedRate(new Ticking(), 1, 1, TimeUnit.MILLISECONDS));
        caught(future::get);
    }

    static void forget() {
        class Forgotten extends Failing {}
        POOL.submit(new Forgotten());
    }

    static void rethrow() throws Exception {
        class Inner extends Failing {}
        class Outer implements Callable<Object> {
            @Override
            public Object call() throws Exception {
                return kept(POOL.submit(new Inner())).get();
            }
        }
        over(kept(POOL.submit(new Outer())));
    }

    static void bridge() throws Exception {
        class Bridged extends Failing {}
        CompletableFuture<Void> promise = kept(new CompletableFuture<>());
        CompletableFuture.runAsync(new Bridged(), POOL).whenComplete((nothing, error) ->
                promise.completeExceptionally(error));
        over(promise);
    }

    static void joinOn() {
        class JoinedOn extends Failing {}
        class JoiningOn implements Runnable {
            @Override
            public void run() {
                CompletableFuture.runAsync(new JoinedOn(), POOL).join();
            }
        }
        over(kept(CompletableFuture.runAsync(new JoiningOn(), POOL)));
    }

    // Stages

    static void stageUnasked() {
        class StageKept extends Failing {}
        over(kept(CompletableFuture.runAsync(new StageKept(), POOL)));
    }

    static void stageGet() throws Exception {
        class StageGot extends Failing {}
        CompletableFuture<Void> stage = kept(CompletableFuture.runAsync(new StageGot(), POOL));
        caught(stage::get);
    }

    static void stageJoin() throws Exception {
        class StageJoined extends Failing {}
        CompletableFuture<Void> stage = kept(CompletableFuture.runAsync(new StageJoined(), POOL));
        caught(stage::join);
    }

    static void stageGetNow() throws Exception {
        class StageGotNow extends Failing {}
        CompletableFuture<Void> stage = kept(CompletableFuture.runAsync(new StageGotNow(), POOL));
        over(stage);
        caught(() -> stage.getNow(null));
    }

    static void stageAskWhetherFailed() {
        class StageAsked extends Failing {}
        CompletableFuture<Void> stage = kept(CompletableFuture.runAsync(new StageAsked(), POOL));
        over(stage);
        Script.reached("failed: " + stage.isCompletedExceptionally() + " " + stage);
    }

    static void stageRelayed() throws Exception {
        class Relayed extends Failing {}
        CompletableFuture<Void> stage = kept(CompletableFuture.runAsync(new Relayed(), POOL));
        CompletableFuture<String> last = kept(stage.thenApply(nothing -> "never").thenCombine(
                CompletableFuture.completedFuture("x"), String::concat).thenCompose(CompletableFuture::completedFuture));
        caught(last::join);
    }

    static void stageRelayedUnasked() {
        class RelayedUnasked extends Failing {}
        CompletableFuture<Void> stage = kept(CompletableFuture.runAsync(new RelayedUnasked(), POOL));
        over(kept(CompletableFuture.allOf(stage.thenRun(() -> {}), new CompletableFuture<>()).thenRun(() -> {})
                .applyToEither(stage.thenApply(nothing -> null), nothing -> null)));
    }

    static void stageHandled() {
        class Handled extends Failing {}
        kept(CompletableFuture.runAsync(new Handled(), POOL).handle((nothing, error) -> error == null)).join();
    }

    static void stageHandledLater() {
        class HandledLater extends Failing {}
        CompletableFuture<Void> stage = CompletableFuture.runAsync(new HandledLater(), POOL);
        over(stage);
        kept(stage.exceptionally(error -> null)).join();
    }

    static void stageExceptionallyComposed() {
        class Composed extends Failing {}
        kept(CompletableFuture.runAsync(new Composed(), POOL)
                .exceptionallyCompose(error -> CompletableFuture.completedFuture(null))).join();
    }

    static void stageWatched() {
        class Completed extends Failing {}
        over(kept(CompletableFuture.runAsync(new Completed(), POOL).whenComplete((nothing, error) -> {})));
    }

    static void stageHandlerNeverRuns() {
        class Unhandled extends Failing {}
        CompletableFuture<Void> stage = kept(CompletableFuture.runAsync(new Unhandled(), POOL));
        over(stage);
        kept(stage.handleAsync((nothing, error) -> error, work -> Script.reached("dropped"))); // drops the handler
    }

    static void stageTimed() throws Exception {
        CompletableFuture<String> timed = kept(new CompletableFuture<String>().orTimeout(1, TimeUnit.MILLISECONDS));
        over(timed);
    }

    // Fork/join

    /** Fails when it is forked. */
    private static class Breaking extends RecursiveAction {
        @Override
        protected void compute() {
            throw new IllegalStateException("broken " + getClass().getSimpleName());
        }
    }

    static void forkUnasked() {
        class ForkKept extends Breaking {}
        over(kept(FORKS.submit(new ForkKept())));
    }

    static void forkGet() throws Exception {
        class ForkGot extends Breaking {}
        ForkJoinTask<Void> task = kept(FORKS.submit(new ForkGot()));
        caught(task::get);
    }

    static void forkJoin() throws Exception {
        class ForkJoined extends Breaking {}
        ForkJoinTask<Void> task = kept(FORKS.submit(new ForkJoined()));
        caught(task::join);
    }

    static void forkInvoke() throws Exception {
        class ForkInvoked extends Breaking {}
        caught(() -> FORKS.invoke(new ForkInvoked()));
    }

    static void forkException() {
        class ForkAsked extends Breaking {}
        ForkJoinTask<Void> task = kept(FORKS.submit(new ForkAsked()));
        task.quietlyJoin();
        Script.reached("error " + task.getException());
    }

    static void forkQuietly() {
        class ForkQuiet extends Breaking {}
        ForkJoinTask<Void> task = kept(FORKS.submit(new ForkQuiet()));
        task.quietlyJoin();
        Script.reached("failed " + task.isCompletedAbnormally());
    }

    static void forkExecuted() throws Exception {
        class ForkExecuted extends Failing {}
        FORKS.execute(new ForkExecuted());
        Script.await("a handler of broken ForkExecuted");
    }

    // After the end

    private static void throwLate(String name) {
        Script.reached(name);
        try {
            Script.gate(name).await();
        } catch (InterruptedException stop) {
            Script.reached(name + " was interrupted");
        }
        throw new IllegalArgumentException("late " + name);
    }

    static void lateFuture() throws Exception {
        class LateFuture implements Runnable {
            @Override
            public void run() {
                throwLate("LateFuture");
            }
        }
        Future<?> future = kept(POOL.submit(new LateFuture()));
        Script.await("LateFuture");
        future.cancel(false);
    }

    static void lateInterrupt() throws Exception {
        class LateInterrupt extends Script.Held {}
        Future<?> future = kept(POOL.submit(new LateInterrupt()));
        Script.await("LateInterrupt");
        future.cancel(true);
    }

    static void lateStage() throws Exception {
        class LateStage implements Runnable {
            @Override
            public void run() {
                throwLate("LateStage");
            }
        }
        CompletableFuture<Void> stage = kept(CompletableFuture.runAsync(new LateStage(), POOL));
        Script.await("LateStage");
        stage.cancel(false);
    }

    static void lateAfterTimeout() throws Exception {
        class LateAfterTimeout implements Runnable {
            @Override
            public void run() {
                throwLate("LateAfterTimeout");
            }
        }
        CompletableFuture<Void> stage = kept(CompletableFuture.runAsync(new LateAfterTimeout(), POOL));
        Script.await("LateAfterTimeout");
        over(stage.orTimeout(1, TimeUnit.MILLISECONDS));
    }

    static void lateAfterValue() throws Exception {
        class LateAfterValue implements Runnable {
            @Override
            public void run() {
                throwLate("LateAfterValue");
            }
        }
        CompletableFuture<Void> stage = kept(CompletableFuture.runAsync(new LateAfterValue(), POOL));
        Script.await("LateAfterValue");
        stage.complete(null);
    }

    static void lateFork() throws Exception {
        class LateFork extends RecursiveAction {
            @Override
            protected void compute() {
                throwLate("LateFork");
            }
        }
        ForkJoinTask<Void> task = kept(FORKS.submit(new LateFork()));
        Script.await("LateFork");
        task.cancel(false);
    }
}
