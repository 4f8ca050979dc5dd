// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import java.util.Map;

/** Names what a thread waits for, as a person would. */
final class Blockers {

    private static final Map<String, String> KNOWN = Map.of(
            "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject", "a condition",
            "java.util.concurrent.locks.AbstractQueuedLongSynchronizer$ConditionObject", "a condition",
            "java.util.concurrent.locks.ReentrantLock$NonfairSync", "a ReentrantLock",
            "java.util.concurrent.locks.ReentrantLock$FairSync", "a ReentrantLock",
            "java.util.concurrent.locks.ReentrantReadWriteLock$NonfairSync", "a ReentrantReadWriteLock",
            "java.util.concurrent.CountDownLatch$Sync", "a CountDownLatch",
            "java.util.concurrent.Semaphore$NonfairSync", "a Semaphore",
            "java.util.concurrent.CompletableFuture$Signaller", "a future",
            "java.util.concurrent.FutureTask", "a future",
            "java.util.concurrent.ForkJoinPool", "work to do");

    private Blockers() {}

    /** Returns words for the class of a blocker. */
    static String name(Class<?> blocker) {
        String name = blocker.getName();
        String known = KNOWN.get(name);
        return known != null ? known : "a " + WorkNames.of(blocker);
    }
}
