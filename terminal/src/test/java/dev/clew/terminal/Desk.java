// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.monitor.Refusal;
import dev.clew.monitor.wire.RemoteTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.impl.LineDisciplineTerminal;

/** A person at a terminal without a window: types keys, and reads what comes. */
final class Desk implements AutoCloseable {

    static final String BACK = "\u0010";
    static final String CTRL_C = "\u0003";
    static final String CTRL_D = "\u0004";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final LineDisciplineTerminal terminal;
    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private int seen;

    private Desk(String type, Size size) throws IOException {
        // Questions to a terminal that nobody is at would wait for their answers.
        System.setProperty("org.jline.terminal.graphemeCluster", "false");
        System.setProperty("org.jline.terminal.probe.timeout", "1");
        terminal = new LineDisciplineTerminal("test", type, screen, StandardCharsets.UTF_8);
        terminal.setSize(size);
    }

    static Desk open(Path socket, Finder finder, Map<String, String> environment) throws Refusal, IOException {
        var desk = new Desk(environment.getOrDefault("TERM", "dumb"), Size.of(80, 24));
        var target = new LastingTarget(RemoteTarget.connect(socket), finder, Duration.ofSeconds(10));
        var thread = new Thread(() -> desk.run(target, environment), "desk");
        thread.setDaemon(true);
        thread.start();
        desk.await("> ");
        return desk;
    }

    private void run(LastingTarget target, Map<String, String> environment) {
        try (target) {
            status.complete(Terminals.shell(target, terminal, environment, true).interact());
        } catch (IOException | RuntimeException | Error e) {
            status.completeExceptionally(e);
        }
    }

    Desk type(String keys) {
        try {
            terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    void resize(int columns, int rows) {
        terminal.setSize(Size.of(columns, rows));
        terminal.raise(Signal.WINCH);
    }

    /** Waits until a text comes behind what was waited for before, and returns what came up to its end. */
    String await(String text) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String all = screen.toString(StandardCharsets.UTF_8);
            int at = all.indexOf(text, seen);
            if (at >= 0) {
                String come = all.substring(seen, at + text.length());
                seen = at + text.length();
                return come;
            }
            assertThat(System.nanoTime() < deadline).as("\"%s\" in:%n%s", text, all.substring(seen)).isTrue();
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Types keys again and again until a text comes. */
    void insist(String keys, String text) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (all().indexOf(text, seen) < 0) {
            assertThat(System.nanoTime() < deadline).as("\"%s\" in:%n%s", text, all()).isTrue();
            type(keys);
            LockSupport.parkNanos(20_000_000);
        }
        await(text);
    }

    String all() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    int leave() throws Exception {
        type(CTRL_D);
        return status.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
