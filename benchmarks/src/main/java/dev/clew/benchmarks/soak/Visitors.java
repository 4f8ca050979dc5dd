// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.soak;

import dev.clew.benchmarks.Connection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that come, ask something or nothing, and go, several at once, until they are closed. */
final class Visitors implements AutoCloseable {

    private static final int AT_ONCE = 3;
    private static final String[][] QUESTIONS = {
        {"ps", "{\"limit\":20}"}, {"ps-terminated", "{\"limit\":20}"}, {"status", "{}"},
        {"ps", "{\"kinds\":[\"future\",\"virtual\"],\"sort\":\"-age\"}"}, {"stacktrace", "{\"limit\":5}"}};

    private final Path sockets;
    private final long pid;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final List<Future<Integer>> visits = new ArrayList<>();
    private volatile boolean over;

    Visitors(Path sockets, long pid) {
        this.sockets = sockets;
        this.pid = pid;
        for (int i = 0; i < AT_ONCE; i++) {
            int first = i;
            visits.add(threads.submit(() -> visit(first)));
        }
    }

    private int visit(int first) throws IOException {
        int count = 0;
        for (; !over; count++) {
            try (Connection clew = Connection.to(sockets, pid)) {
                String[] question = QUESTIONS[(first + count) % QUESTIONS.length];
                // Each fourth goes without a word.
                if (count % 4 != 3) {
                    clew.ask(question[0], question[1]);
                }
            }
        }
        return count;
    }

    /** Sends them away and returns how many there were. */
    int leave() throws IOException, InterruptedException {
        over = true;
        int all = 0;
        for (Future<Integer> visit : visits) {
            try {
                all += visit.get();
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            }
        }
        return all;
    }

    @Override
    public void close() {
        over = true;
        threads.shutdown();
    }
}
