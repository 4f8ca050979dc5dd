// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.monitor.Refusal;
import dev.clew.monitor.wire.RemoteTarget;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that was started: takes commands line by line, and is killed at the latest when it is closed. */
public final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final Path sockets;
    private final PrintStream in;
    private final List<String> out = new ArrayList<>();
    private final List<String> err = new ArrayList<>();
    private int read;
    private Watched watched;

    Program(Process process, Path sockets) {
        this.process = process;
        this.sockets = sockets;
        this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        collect(process.getInputStream(), out);
        collect(process.getErrorStream(), err);
    }

    private void collect(InputStream stream, List<String> lines) {
        var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        Thread thread = new Thread(() -> {
            try {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    synchronized (out) {
                        lines.add(line);
                    }
                }
            } catch (IOException e) {
                // The program was killed.
            }
        }, "output of " + process.pid());
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns its process id. */
    public long pid() {
        return process.pid();
    }

    /** Returns the directory of its socket. */
    public Path sockets() {
        return sockets;
    }

    /** Returns its socket. */
    public Path socket() {
        return sockets.resolve(pid() + ".sock");
    }

    /** Returns the program {@code clew} that looks where this program listens. */
    public Clew clew() {
        return Clew.at(sockets);
    }

    /** Returns this program's tasks; connects when it is first asked, and again after a {@link #forget}. */
    public synchronized Watched watched() {
        if (watched == null) {
            watched = Watched.at(socket());
        }
        return watched;
    }

    /** Leaves the connection that {@link #watched} made. */
    public synchronized void forget() {
        if (watched != null) {
            watched.close();
            watched = null;
        }
    }

    /** Has the program do something, waits until it is done, and returns what the program says to it. */
    public String tell(String command) {
        in.println(command);
        String line = awaitLine("done " + command);
        return line.substring(("done " + command).length()).strip();
    }

    /** Waits for the next line that begins like this. */
    String awaitLine(String beginning) {
        boolean found = Patience.until(PATIENCE, () -> seen(beginning) || !process.isAlive());
        synchronized (out) {
            assertThat(found && read > 0 && out.get(read - 1).startsWith(beginning))
                    .as(() -> "the program writes \"" + beginning + "\"; it wrote:\n" + String.join("\n", out) + "\n"
                            + String.join("\n", err) + (process.isAlive() ? "" : "\nand ended")).isTrue();
            return out.get(read - 1);
        }
    }

    private boolean seen(String beginning) {
        synchronized (out) {
            while (read < out.size()) {
                if (out.get(read++).startsWith(beginning)) {
                    return true;
                }
            }
            return false;
        }
    }

    void awaitSocket() {
        assertThat(Patience.until(this::answers)).as(() -> "an answer of a program that wrote " + err()).isTrue();
    }

    private boolean answers() {
        try (RemoteTarget target = RemoteTarget.connect(socket())) {
            return target.greeting().pid() == pid();
        } catch (Refusal e) {
            return false;
        }
    }

    /** Returns what it wrote to standard output so far. */
    public List<String> out() {
        synchronized (out) {
            return List.copyOf(out);
        }
    }

    /** Returns what it wrote to standard error so far. */
    public List<String> err() {
        synchronized (out) {
            return List.copyOf(err);
        }
    }

    /** Returns what it wrote to standard error so far, without what the JVM says of any agent that comes late. */
    public List<String> complaints() {
        return err().stream().filter(line -> !isTheJvmsOwn(line)).toList();
    }

    private static boolean isTheJvmsOwn(String line) {
        return line.startsWith("WARNING: ") && (line.contains("Java agent") || line.contains("serviceability tool")
                || line.contains("Dynamic loading of agents"));
    }

    /** Returns whether it runs. */
    public boolean runs() {
        return process.isAlive();
    }

    /** Ends its input, after which it ends by itself, and returns its exit status. */
    public int end() {
        in.close();
        return awaitEnd();
    }

    /** Waits for its end and returns its exit status. */
    public int awaitEnd() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("the program ends").isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kills it without giving it time to tidy up. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        forget();
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            process.getOutputStream().close();
        } catch (IOException e) {
            // Its end of the pipe is gone.
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the text of a file of the process file system, for example {@code status}. */
    public String proc(String file) {
        try {
            return Files.readString(Path.of("/proc/" + pid() + "/" + file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
