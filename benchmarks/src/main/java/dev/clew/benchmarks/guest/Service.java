// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.guest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clew.benchmarks.workload.Virtual;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * An HTTP service that gives each request a virtual thread or a thread of a pool, and may split each into two tasks
 * more. For each line of its input it tells the CPU time of its process, in nanoseconds.
 */
public final class Service {

    private static final int THREADS = 16;
    private static final int ITEMS = 40;

    private final Executor executor;
    private final boolean splits;

    private Service(Executor executor, boolean splits) {
        this.executor = executor;
        this.splits = splits;
    }

    /** Takes {@code virtual} or {@code pool}, and {@code split} or {@code whole}; tells its port. */
    public static void main(String[] arguments) throws IOException {
        Executor executor = arguments[0].equals("virtual") ? Virtual::start : Executors.newFixedThreadPool(THREADS);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", new Service(executor, arguments[1].equals("split"))::serve);
        server.setExecutor(executor);
        server.start();
        System.out.println(server.getAddress().getPort());
        var machine = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (in.readLine() != null) {
            System.out.println(machine.getProcessCpuTime());
        }
        System.exit(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] body = (splits ? split() : items(0, ITEMS)).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** The second half is made by a task of its own, and the first one depends on it. */
    private String split() {
        // The common pool: a task that waits in a pool for tasks of the same pool would need a thread more.
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> items(ITEMS / 2, ITEMS));
        return second.thenApply(rest -> items(0, ITEMS / 2) + rest).join();
    }

    private static String items(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append("{\"item\":").append(i).append(",\"price\":\"").append(i * 19.95).append("\"}\n");
        }
        return text.toString();
    }
}
