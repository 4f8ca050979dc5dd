// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Who is connected to a server: each is served by a thread of its own.
 *
 * <p><b>Threads</b>: any; closing ends every thread that was started.
 */
final class Clients {

    private final ThreadFactory threads;
    private final Map<Connection, Thread> serving = new ConcurrentHashMap<>();

    Clients(ThreadFactory threads) {
        this.threads = threads;
    }

    /** What is done for one client. */
    interface Service {

        /** Serves it until it leaves. */
        void run() throws IOException;
    }

    /** Somebody has connected. */
    interface Welcome {

        /** Serves whoever it is, or sends it away. */
        void take(SocketChannel client) throws IOException;
    }

    /** Begins to take whoever connects, until the channel is closed. */
    void accept(ServerSocketChannel channel, Welcome welcome) {
        threads.newThread(() -> {
            while (channel.isOpen()) {
                try {
                    welcome.take(channel.accept());
                } catch (ClosedChannelException e) {
                    return;
                } catch (IOException | RuntimeException | OutOfMemoryError e) {
                    // Out of files or threads: what is connected goes on, and a later client may fare better.
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                }
            }
        }).start();
    }

    int size() {
        return serving.size();
    }

    /** Serves a client until it leaves, and closes its connection then. */
    void serve(Connection connection, Service service) {
        Thread thread = threads.newThread(() -> {
            try (connection) {
                service.run();
            } catch (Throwable e) {
                // Whatever it is, it ends this client alone and never reaches a handler of the application.
            } finally {
                serving.remove(connection);
            }
        });
        serving.put(connection, thread);
        thread.start();
    }

    /** Lets replies that are under way finish for a moment, and sends everybody away. */
    void close() {
        serving.keySet().forEach(Connection::wake);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        serving.forEach((connection, thread) -> finish(connection, thread, deadline));
    }

    private static void finish(Connection connection, Thread thread, long deadline) {
        if (thread == Thread.currentThread()) {
            return;
        }
        try {
            TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, deadline - System.nanoTime()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            connection.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
