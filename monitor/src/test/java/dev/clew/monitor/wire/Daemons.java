// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;

/** Makes threads for a server, and remembers them. */
final class Daemons implements ThreadFactory {

    private final List<Thread> made = new CopyOnWriteArrayList<>();

    @Override
    public Thread newThread(Runnable work) {
        var thread = new Thread(work, "clew-wire");
        thread.setDaemon(true);
        made.add(thread);
        return thread;
    }

    int count() {
        return made.size();
    }

    void forget() {
        made.clear();
    }

    /** Waits for the end of every thread but the first so many. */
    void join(int beside) throws InterruptedException {
        for (Thread thread : made.subList(beside, made.size())) {
            thread.join();
        }
    }
}
