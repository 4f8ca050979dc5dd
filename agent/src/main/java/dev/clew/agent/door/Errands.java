// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.door;

import dev.clew.agent.hook.Harvest;
import dev.clew.monitor.Refusal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Code of the application that somebody asked for, each on a thread of its own and for a limited time.
 *
 * <p><b>Threads</b>: several of Clew's ask at once. <b>Cost</b>: what the code costs. A thread that does not heed its
 * interrupt goes on, is listed among the application's tasks, and counts until it ends.
 */
final class Errands {

    private static final int MOST = 8;

    private final Set<Thread> running = ConcurrentHashMap.newKeySet();

    /** Asks for something on the way to an answer; its thread is Clew's own. */
    <T> T ask(String what, Duration limit, Supplier<T> code) throws Refusal {
        return run(what, limit, code, false);
    }

    /**
     * Does what somebody asked for, and returns what it returns; its thread counts as the application's.
     *
     * @param what what it is, as the thread is named and the refusal begins
     * @throws Refusal if it throws, or is not over in time; it is interrupted then
     */
    <T> T run(String what, Duration limit, Supplier<T> code) throws Refusal {
        return run(what, limit, code, true);
    }

    private <T> T run(String what, Duration limit, Supplier<T> code, boolean shown) throws Refusal {
        FutureTask<T> task = new FutureTask<>(code::get);
        Thread thread = new Thread(application(), () -> {
            if (shown) {
                Harvest.forApplication();
            }
            task.run();
        }, what, 0, false);
        thread.setDaemon(true);
        admit(thread);
        try {
            thread.start();
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw Refusal.absent(what + " is not over within " + limit.toMillis() + " ms",
                    "its thread has been interrupted; ps " + (shown ? "" : "--system ") + '"' + what + "\" shows it");
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw Refusal.absent(what + " was given up, because Clew leaves", "attach again");
        } catch (ExecutionException e) {
            throw Refusal.absent(what + " failed: " + e.getCause(), "the application's own log may tell more");
        }
    }

    private void admit(Thread thread) throws Refusal {
        running.removeIf(each -> each.getState() == Thread.State.TERMINATED);
        if (running.size() >= MOST) {
            throw Refusal.absent(MOST + " commands of the application run already", "ps command shows them");
        }
        running.add(thread);
    }

    /** Returns the group of the application's own threads, which are not hidden. */
    private static ThreadGroup application() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        ThreadGroup[] groups = new ThreadGroup[root.activeGroupCount() + 8];
        int count = root.enumerate(groups, false);
        for (int i = 0; i < count; i++) {
            if (groups[i].getName().equals("main")) {
                return groups[i];
            }
        }
        return root;
    }

    /** Interrupts whatever still runs. */
    void close() {
        running.forEach(Thread::interrupt);
    }
}
