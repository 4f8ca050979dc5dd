// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.TimeUnit;

/** Looks at failures in the ways that only newer JDKs have. */
public final class NoticedLater {

    private static final ExecutorService POOL = Executors.newCachedThreadPool();
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static final ForkJoinPool FORKS = new ForkJoinPool(2);
    private static final List<Object> KEPT = new CopyOnWriteArrayList<>();

    public static void main(String[] words) throws Exception {
        Script.run(NoticedLater.class);
        System.exit(0);
    }

    /** Work that fails. */
    private abstract static class Failing implements Runnable {

        @Override
        public void run() {
            throw new IllegalStateException("broken " + getClass().getSimpleName());
        }
    }

    private static <T extends Future<?>> T over(T future) {
        KEPT.add(future);
        while (!future.isDone()) {
            Thread.onSpinWait();
        }
        return future;
    }

    private static void ask(Future<?> future) {
        try {
            future.resultNow();
        } catch (IllegalStateException expected) {
            Script.reached("state " + future.state());
        }
    }

    static void exceptionNow() {
        class Shown extends Failing {}
        Script.reached("" + over(POOL.submit(new Shown())).exceptionNow());
    }

    static void stageExceptionNow() {
        class StageShown extends Failing {}
        Script.reached("" + over(CompletableFuture.runAsync(new StageShown(), POOL)).exceptionNow());
    }

    private static class Breaking extends RecursiveAction {
        @Override
        protected void compute() {
            throw new IllegalStateException("broken " + getClass().getSimpleName());
        }
    }

    static void forkExceptionNow() {
        class ForkShown extends Breaking {}
        Script.reached("" + over(FORKS.submit(new ForkShown())).exceptionNow());
    }

    static void threadExceptionNow() {
        class ThreadShown extends Failing {}
        Script.reached("" + over(THREADS.submit(new ThreadShown())).exceptionNow());
    }

    static void askNow() {
        class Asked extends Failing {}
        ask(over(POOL.submit(new Asked())));
    }

    static void stageAskNow() {
        class StageAsked extends Failing {}
        ask(over(CompletableFuture.runAsync(new StageAsked(), POOL)));
    }

    static void forkAskNow() {
        class ForkAsked extends Breaking {}
        ask(over(FORKS.submit(new ForkAsked())));
    }

    static void threadAskNow() {
        class ThreadAsked extends Failing {}
        ask(over(THREADS.submit(new ThreadAsked())));
    }

    static void threadForget() {
        class ThreadForgotten extends Failing {}
        THREADS.submit(new ThreadForgotten());
    }

    static void repeatByForkJoin() {
        class Pulse extends Failing {
            private int beats;

            @Override
            public void run() {
                if (++beats == 3) {
                    super.run();
                }
            }
        }
        KEPT.add(FORKS.scheduleAtFixedRate(new Pulse(), 1, 1, TimeUnit.MILLISECONDS));
    }

    private static String late(String name) {
        Script.reached(name);
        while (Script.gate(name).getCount() > 0) {
            try {
                Script.gate(name).await();
            } catch (InterruptedException stop) {
                Script.reached(name + " was interrupted");
            }
        }
        throw new IllegalArgumentException("late " + name);
    }

    static void lateThread() throws Exception {
        class LateThread implements Runnable {
            @Override
            public void run() {
                late("LateThread");
            }
        }
        Future<?> future = THREADS.submit(new LateThread());
        KEPT.add(future);
        Script.await("LateThread");
        future.cancel(true);
        Script.await("LateThread was interrupted");
    }

    /** Runs in a thread of its own, whose name is that of the case. */
    private static void scoped(String name, Callback code) throws InterruptedException {
        Thread owner = Thread.ofPlatform().name(name).uncaughtExceptionHandler((thread, error) -> {}).start(() -> {
            try {
                code.run();
            } catch (Exception e) {
                Script.reached(name + " met " + e);
            }
        });
        owner.join();
    }

    private interface Callback {
        void run() throws Exception;
    }

    private static String broken(String name) {
        throw new IllegalStateException("broken " + name);
    }

    static void joinFailing() throws Exception {
        scoped("joins", () -> {
            try (var scope = StructuredTaskScope.open()) {
                scope.fork(() -> broken("joined"));
                scope.join();
            }
        });
    }

    static void neverJoin() throws Exception {
        scoped("never joins", () -> {
            try (var scope = StructuredTaskScope.open()) {
                KEPT.add(scope.fork(() -> broken("unjoined")));
                Thread.sleep(50); // the failure cancels the scope, or close does
            }
        });
    }

    static void lookAtSubtask() throws Exception {
        scoped("looks", () -> {
            try (var scope = StructuredTaskScope.open(Joiner.awaitAll())) {
                Subtask<String> subtask = scope.fork(() -> broken("looked at"));
                scope.join();
                Script.reached("" + subtask.exception());
            }
        });
    }

    static void ignoreSubtask() throws Exception {
        scoped("ignores", () -> {
            try (var scope = StructuredTaskScope.open(Joiner.awaitAll())) {
                KEPT.add(scope.fork(() -> broken("ignored")));
                scope.join();
            }
        });
    }

    static void customJoiner() throws Exception {
        scoped("custom", () -> {
            try (var scope = StructuredTaskScope.open(new Joiner<String, Void>() {
                @Override
                public boolean onComplete(Subtask<? extends String> subtask) {
                    Script.reached("" + subtask.exception());
                    return false;
                }

                @Override
                public Void result() {
                    return null;
                }
            })) {
                scope.fork(() -> broken("customised"));
                scope.join();
            }
        });
    }

    static void throwAway() throws Exception {
        scoped("throws away", () -> {
            try (var scope = StructuredTaskScope.open(Joiner.<String>anySuccessfulResultOrThrow())) {
                scope.fork(() -> stubborn("loser"));
                scope.fork(() -> late("sulker"));
                Script.await("loser");
                Script.await("sulker");
                scope.fork(() -> "winner");
                scope.join();
                Script.await("loser was interrupted");
                Script.await("sulker was interrupted");
                Script.gate("loser").countDown();
                Script.gate("sulker").countDown();
            }
        });
    }

    private static String stubborn(String name) {
        Script.reached(name);
        while (Script.gate(name).getCount() > 0) {
            try {
                Script.gate(name).await();
            } catch (InterruptedException stop) {
                Script.reached(name + " was interrupted");
            }
        }
        return "too late";
    }
}
