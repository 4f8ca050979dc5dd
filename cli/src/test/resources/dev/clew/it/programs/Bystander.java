// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

import java.lang.management.ManagementFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/** A program that minds its own business, and can tell how it fares. */
public final class Bystander {

    private static final ExecutorService POOL = Executors.newCachedThreadPool();

    public static void main(String[] words) throws Exception {
        Script.run(Bystander.class);
        System.exit(7);
    }

    static void work() {
        class Business extends Script.Held {}
        POOL.submit(new Business());
    }

    /** Uses what Clew hooks, and tells what came of it. */
    static String sum() throws Exception {
        var scheduler = Executors.newScheduledThreadPool(1);
        int sum = POOL.submit(() -> 1).get()
                + java.util.concurrent.CompletableFuture.supplyAsync(() -> 2).thenApply(n -> n + 3).join()
                + ForkJoinPool.commonPool().submit(() -> 4).join()
                + scheduler.schedule(() -> 5, 1, TimeUnit.MILLISECONDS).get();
        scheduler.shutdown();
        var thread = new Thread(() -> {});
        thread.start();
        thread.join();
        return Integer.toString(sum);
    }

    /** Returns the bytes of metaspace that are in use once the garbage is gone. */
    static String metaspace() {
        Script.collect();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(pool -> Long.toString(pool.getUsage().getUsed()))
                .findFirst().orElseThrow();
    }

    static String threads() {
        return Integer.toString(ManagementFactory.getThreadMXBean().getThreadCount());
    }

    /** Returns the names of the classes that other agents have seen through the class path. */
    static String sees(String name) throws Exception {
        Class<?> type = Class.forName(name);
        return type.getProtectionDomain().getCodeSource().getLocation().getPath();
    }

    static void failHere() {
        throw new IllegalStateException("on purpose");
    }
}
