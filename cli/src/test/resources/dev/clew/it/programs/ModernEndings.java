// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.TimeUnit;

/** Ends and interrupts tasks in the ways that only newer JDKs have. */
public final class ModernEndings {

    public static void main(String[] words) throws Exception {
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {});
        Script.run(ModernEndings.class);
        System.exit(0);
    }

    /** Something that a thread does. */
    interface Deed {
        void perform() throws Exception;
    }

    private static Thread start(Thread.Builder builder, Deed deed) {
        return builder.start(() -> {
            try {
                deed.perform();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void by(String name, Deed deed) throws Exception {
        start(Thread.ofPlatform().name(name), deed).join();
    }

    // executors with a thread for each task

    static void shutDownPerTask() throws Exception {
        class PerTaskStopped extends Script.Held {}
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        executor.submit(new PerTaskStopped());
        Script.await("PerTaskStopped");
        by("per-task-stopper", executor::shutdownNow);
        executor.close();
    }

    static void shutDownPlatformPerTask() throws Exception {
        class PlatformStopped extends Script.Held {}
        ExecutorService executor = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("p-", 0).factory());
        executor.submit(new PlatformStopped());
        Script.await("PlatformStopped");
        by("platform-stopper", executor::shutdownNow);
        executor.close();
    }

    static void cancelPerTask() throws Exception {
        class PerTaskCancelled extends Script.Held {}
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        Future<?> future = executor.submit(new PerTaskCancelled());
        Script.await("PerTaskCancelled");
        by("per-task-canceller", () -> future.cancel(true));
        executor.close();
    }

    static void invokeAnyPerTask() throws Exception {
        class PerTaskLoser implements Callable<String> {
            @Override
            public String call() {
                Script.hold("PerTaskLoser");
                return "lost";
            }
        }
        Callable<String> winner = () -> {
            Script.await("PerTaskLoser");
            return "won";
        };
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            by("per-task-chooser", () -> executor.invokeAny(List.of(new PerTaskLoser(), winner)));
        }
    }

    /** Closes an executor, is interrupted while that waits, and so stops what still runs. */
    static void closeInterrupted() throws Exception {
        class ClosedRunning extends Script.Held {}
        class ClosedQueued extends Script.Held {}
        ExecutorService executor = Executors.newFixedThreadPool(1);
        executor.submit(new ClosedRunning());
        executor.submit(new ClosedQueued());
        Script.await("ClosedRunning");
        stopClosing("pool-closer", executor);
    }

    static void closePerTaskInterrupted() throws Exception {
        class ClosedPerTask extends Script.Held {}
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        executor.submit(new ClosedPerTask());
        Script.await("ClosedPerTask");
        stopClosing("per-task-closer", executor);
    }

    static void closeForksInterrupted() throws Exception {
        class ClosedFork extends Script.Held {}
        class ClosedForkQueued extends Script.Held {}
        ForkJoinPool pool = new ForkJoinPool(1);
        pool.submit(new ClosedFork());
        Script.await("ClosedFork");
        pool.submit(new ClosedForkQueued());
        stopClosing("fork-closer", pool);
    }

    private static void stopClosing(String name, ExecutorService executor) throws Exception {
        Thread closer = start(Thread.ofPlatform().name(name), executor::close);
        while (closer.getState() != Thread.State.WAITING && closer.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        by("disturber of " + name, closer::interrupt);
        closer.join();
    }

    static void submitWithTimeout() throws Exception {
        class TimedFork implements Callable<String> {
            @Override
            public String call() {
                Script.hold("TimedFork");
                return "late";
            }
        }
        var pool = new ForkJoinPool(2);
        by("fork-timer", () -> pool.submitWithTimeout(new TimedFork(), 30, TimeUnit.MILLISECONDS, null));
    }

    // structured scopes

    private static String held(String name) throws InterruptedException {
        Script.reached(name);
        Script.gate(name).await();
        return name;
    }

    static String timeOutScope() throws Exception {
        String[] seen = {""};
        by("scope-timer", () -> {
            try (var scope = StructuredTaskScope.open(Joiner.awaitAll(),
                    settings -> settings.withTimeout(Duration.ofMillis(100)))) {
                scope.fork(() -> held("timed-subtask"));
                scope.join();
            } catch (StructuredTaskScope.TimeoutException e) {
                seen[0] = "timeout";
            }
        });
        return seen[0];
    }

    static void closeScope() throws Exception {
        by("scope-closer", () -> {
            try (var scope = StructuredTaskScope.open()) {
                scope.fork(() -> held("closed-subtask"));
                Script.await("closed-subtask");
            } catch (IllegalStateException e) {
                Script.reached("not joined");
            }
        });
    }

    static void interruptJoin() throws Exception {
        Thread owner = start(Thread.ofPlatform().name("scope-owner"), () -> {
            try (var scope = StructuredTaskScope.open()) {
                scope.fork(() -> held("joined-subtask"));
                Script.await("joined-subtask");
                scope.join();
            } catch (InterruptedException e) {
                Script.reached("join interrupted");
            }
        });
        Script.await("joined-subtask");
        while (owner.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        by("join-breaker", owner::interrupt);
        owner.join();
    }

    static void firstSucceeds() throws Exception {
        by("racer", () -> {
            try (var scope = StructuredTaskScope.open(Joiner.<String>anySuccessfulResultOrThrow())) {
                scope.fork(() -> held("slow-subtask"));
                Script.await("slow-subtask");
                scope.fork(() -> "fast");
                scope.join();
            }
        });
    }

    // virtual threads that are interrupted

    static void swallow() throws Exception {
        Thread victim = start(Thread.ofVirtual().name("v-swallower"), () -> {
            try {
                Script.reached("v-swallower");
                Thread.sleep(3_600_000);
            } catch (InterruptedException e) {
                Script.hold("v-swallower-on");
            }
        });
        Script.await("v-swallower");
        by("v-nagger", victim::interrupt);
        Script.await("v-swallower-on");
    }

    static void clear() throws Exception {
        Thread victim = start(Thread.ofVirtual().name("v-deaf"), () -> {
            while (!Thread.interrupted()) {
                Script.reached("v-deaf");
                Thread.yield();
            }
            Script.hold("v-deaf-on");
        });
        Script.await("v-deaf");
        by("v-nagger", victim::interrupt);
        Script.await("v-deaf-on");
    }

    static void read() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = new Socket(server.getInetAddress(), server.getLocalPort());
                var accepted = server.accept()) {
            var failed = new CountDownLatch(1);
            Thread victim = start(Thread.ofVirtual().name("v-reader"), () -> {
                Script.reached("v-reader");
                try {
                    client.getInputStream().read();
                } catch (java.net.SocketException e) {
                    failed.countDown();
                }
            });
            Script.await("v-reader");
            by("v-nagger", victim::interrupt);
            failed.await();
            victim.join();
        }
    }
}
