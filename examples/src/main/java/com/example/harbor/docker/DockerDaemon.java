// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

package com.example.harbor.docker;

import com.example.harbor.Crew;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** A server on loopback that speaks the part of Docker's API which a watcher of events needs. */
final class DockerDaemon {

    private final BlockingQueue<DaemonEvent> published = new LinkedBlockingQueue<>();
    private final HttpServer server;

    private DockerDaemon(HttpServer server) {
        this.server = server;
    }

    static DockerDaemon start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var daemon = new DockerDaemon(server);
        server.setExecutor(Executors.newCachedThreadPool(new Crew("docker-daemon")));
        server.createContext("/_ping", exchange -> answer(exchange, "text/plain", "OK"));
        server.createContext("/version", exchange -> answer(exchange, "application/json", """
                {"Version":"28.0.0","ApiVersion":"1.48","Os":"linux","Arch":"amd64"}
                """));
        server.createContext("/events", daemon::stream);
        server.start();
        return daemon;
    }

    URI address() {
        var bound = server.getAddress();
        return URI.create("tcp://" + bound.getAddress().getHostAddress() + ":" + bound.getPort());
    }

    void publish(DaemonEvent event) {
        published.add(event);
    }

    private static void answer(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        try (var lines = exchange.getResponseBody()) {
            while (true) {
                lines.write(published.take().json().getBytes(StandardCharsets.UTF_8));
                lines.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
