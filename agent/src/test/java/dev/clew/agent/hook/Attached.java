// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets hooks record during a test, and leaves nothing of it to the next one. */
public final class Attached implements BeforeEachCallback, AfterEachCallback {

    private static final int BACKLOG = 200_000;

    @Override
    public void beforeEach(ExtensionContext context) {
        Harvest.begin(false, null);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Harvest.finish();
        Harvest.bound(BACKLOG);
    }

    /** Runs the same in several threads at once and waits for all; the first failure becomes the test's. */
    static void together(int threads, Work work) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread[] all = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            int number = i;
            all[i] = new Thread(() -> {
                try {
                    work.run(number);
                } catch (Throwable t) {
                    failure.compareAndSet(null, t);
                }
            }, "together-" + i);
        }
        for (Thread thread : all) {
            thread.start();
        }
        for (Thread thread : all) {
            thread.join();
        }
        if (failure.get() != null) {
            throw new AssertionError(failure.get());
        }
    }

    /** What one of several threads does. */
    interface Work {
        /** Does it as the thread of this number. */
        void run(int number) throws Exception;
    }
}
