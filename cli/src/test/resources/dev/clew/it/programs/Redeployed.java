// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A container that deploys one application again and again, each time by a class loader of its own. */
final class Redeployed {

    private static final List<WeakReference<ClassLoader>> LOADERS = new ArrayList<>();
    /** Outlives the deployments, as a container's pool does. */
    private static final ScheduledThreadPoolExecutor SHARED = new ScheduledThreadPoolExecutor(2);

    private Redeployed() {}

    public static void main(String[] arguments) throws Exception {
        SHARED.prestartAllCoreThreads(); // before the first deployment: JDK 17 has a thread keep who was on its stack
        Script.run(Redeployed.class);
        SHARED.shutdown();
    }

    /** Deploys the application so often. */
    static void deploy(String times) throws Exception {
        URL classes = Redeployed.class.getProtectionDomain().getCodeSource().getLocation();
        for (int i = 0; i < Integer.parseInt(times); i++) {
            try (var loader = new URLClassLoader("deployment", new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
                LOADERS.add(new WeakReference<>(loader));
                loader.loadClass("Redeployed$Application").getMethod("serve", ScheduledThreadPoolExecutor.class)
                        .invoke(null, SHARED);
            }
        }
    }

    /** Returns how many of the class loaders are still there. */
    static int left() {
        Script.collect();
        return (int) LOADERS.stream().filter(loader -> loader.get() != null).count();
    }

    /** What is deployed: work of every sort, with endings of every sort, and nothing that outlives it. */
    public static final class Application {

        private Application() {}

        /** An error whose class is the application's own. */
        static final class Broken extends RuntimeException {
            private static final long serialVersionUID = 1;
            private final transient Object context = new Object();

            Broken(String message) {
                super(message, new IllegalStateException("inner"));
            }

            @Override
            public String toString() {
                return "broken " + context.hashCode();
            }
        }

        /** Does some of everything and waits until it is over. */
        public static void serve(ScheduledThreadPoolExecutor shared) throws Exception {
            threads();
            submissions(shared);
            futures(shared);
            timers();
            ExecutorService own = Executors.newFixedThreadPool(1);
            own.execute(() -> { });
            own.shutdownNow();
            own.awaitTermination(10, TimeUnit.SECONDS);
        }

        private static void threads() throws InterruptedException {
            CountDownLatch never = new CountDownLatch(1);
            Thread waiter = new Thread(() -> {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new Broken("interrupted");
                }
            }, "deployed-waiter");
            waiter.setUncaughtExceptionHandler((thread, error) -> { });
            waiter.start();
            waiter.interrupt();
            waiter.join();
        }

        private static void submissions(ScheduledThreadPoolExecutor shared) throws InterruptedException {
            Future<?> fine = shared.submit(() -> "fine");
            Future<?> broken = shared.submit(() -> {
                throw new Broken("submitted");
            });
            Future<?> later = shared.schedule(() -> { }, 1, TimeUnit.HOURS);
            Future<?> periodic = shared.scheduleAtFixedRate(() -> {
                throw new Broken("periodic");
            }, 0, 1, TimeUnit.MILLISECONDS);
            later.cancel(true);
            for (Future<?> future : List.of(fine, broken, later, periodic)) {
                try {
                    future.get();
                } catch (ExecutionException | CancellationException expected) {
                    continue;
                }
            }
            shared.purge();
        }

        private static void futures(ScheduledThreadPoolExecutor shared) {
            CompletableFuture<String> promise = new CompletableFuture<>();
            CompletableFuture<Integer> length = promise.thenApplyAsync(String::length, shared);
            CompletableFuture<Object> failed = promise.thenApply(word -> {
                throw new Broken(word);
            });
            promise.complete("word");
            length.join();
            try {
                failed.join();
            } catch (CompletionException expected) {
                new ForkJoinPool(1).submit(() -> "forked").join();
            }
        }

        private static void timers() throws InterruptedException {
            CountDownLatch ran = new CountDownLatch(1);
            Timer timer = new Timer("deployed-timer");
            timer.schedule(new TimerTask() {
                @Override
                public void run() {
                    ran.countDown();
                }
            }, 0);
            ran.await();
            timer.cancel();
        }
    }
}
