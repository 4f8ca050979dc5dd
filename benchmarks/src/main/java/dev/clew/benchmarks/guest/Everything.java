// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.guest;

import dev.clew.benchmarks.workload.Virtual;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A program with tasks of all kinds that end in all ways. {@code run MILLIS} has it work for so long and tells how many
 * rounds it made; {@code measure 0} tells what it holds: bytes of heap and of metaspace, Clew's threads, others,
 * files.
 */
public final class Everything {

    private static final int LEAK = 256 * 1_024;
    private static final boolean MODERN = Runtime.version().feature() >= 21;

    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final Timer timer = new Timer(true);
    private final List<byte[]> leaked = new ArrayList<>();

    private Everything() {}

    /** Takes {@code leak}, to lose some memory in each run, or anything else; answers each line. */
    public static void main(String[] arguments) throws Exception {
        Everything program = new Everything();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("up");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            if (words[0].equals("run")) {
                System.out.println(program.run(Long.parseLong(words[1])));
                if (arguments[0].equals("leak")) {
                    program.leaked.add(new byte[LEAK]);
                }
            } else {
                System.out.println(measure());
            }
        }
        System.exit(0);
    }

    private int run(long millis) throws Exception {
        long end = System.nanoTime() + millis * 1_000_000;
        int rounds = 0;
        for (; System.nanoTime() < end; rounds++) {
            threads();
            submissions();
            stages();
            delays();
            ForkJoinPool.commonPool().invoke(new Sum(0, 64));
        }
        return rounds;
    }

    private static void threads() throws InterruptedException {
        Thread thread = new Thread(() -> { });
        Thread sleeper = new Thread(LockSupport::park);
        thread.start();
        sleeper.start();
        if (MODERN) {
            for (int i = 0; i < 50; i++) {
                Virtual.start(() -> { });
            }
            Thread parked = Virtual.start(LockSupport::park);
            parked.interrupt();
            parked.join();
        }
        sleeper.interrupt();
        thread.join();
        sleeper.join();
    }

    private void submissions() throws InterruptedException {
        List<Future<?>> made = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            made.add(pool.submit(() -> "done"));
        }
        Future<?> cancelled = pool.submit(() -> LockSupport.parkNanos(50_000_000));
        made.add(pool.submit(Everything::fail));
        made.add(cancelled);
        cancelled.cancel(true);
        for (Future<?> one : made) {
            end(one);
        }
    }

    private static Object fail() throws Exception {
        throw new Exception("on purpose");
    }

    private void stages() throws InterruptedException {
        List<Future<?>> made = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            made.add(CompletableFuture.supplyAsync(() -> "done").thenApply(String::length));
        }
        CompletableFuture<String> promise = new CompletableFuture<>();
        made.add(promise.thenApply(String::length).exceptionally(e -> 0));
        promise.completeExceptionally(new IllegalStateException("on purpose"));
        made.add(new CompletableFuture<String>().orTimeout(1, TimeUnit.MILLISECONDS));
        for (Future<?> one : made) {
            end(one);
        }
    }

    private void delays() throws InterruptedException {
        Future<?> periodic = clock.scheduleAtFixedRate(() -> { }, 0, 1, TimeUnit.MILLISECONDS);
        Future<?> delayed = clock.schedule(() -> { }, 1, TimeUnit.MILLISECONDS);
        CompletableFuture<String> timed = new CompletableFuture<>();
        timer.schedule(new TimerTask() {
            @Override
            public void run() {
                timed.complete("on time");
            }
        }, 1);
        end(delayed);
        end(timed);
        periodic.cancel(false);
        end(periodic);
    }

    /** Waits for the end, of whichever kind. */
    private static void end(Future<?> one) throws InterruptedException {
        try {
            one.get();
        } catch (ExecutionException | CancellationException e) {
            if (e.getMessage() != null && e.getMessage().contains("OutOfMemory")) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class Sum extends RecursiveTask<Integer> {

        private static final long serialVersionUID = 1;
        private final int from;
        private final int to;

        Sum(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        protected Integer compute() {
            if (to - from < 4) {
                return to;
            }
            Sum left = new Sum(from, (from + to) / 2);
            left.fork();
            return new Sum((from + to) / 2, to).compute() + left.join();
        }
    }

    private static String measure() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace")).map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed()).sum();
        List<String> threads = Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> !name.startsWith("ForkJoinPool")).toList();
        long clew = threads.stream().filter(name -> name.startsWith("clew")).count();
        String[] files = new File("/proc/self/fd").list();
        return heap + " " + metaspace + " " + clew + " " + (threads.size() - clew) + " "
                + (files == null ? 0 : files.length);
    }
}
