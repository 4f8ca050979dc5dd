// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo;

import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import dev.clew.monitor.wire.RemoteTarget;
import dev.clew.monitor.wire.SocketDirectory;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A process of the sample service; it lives until it is closed. */
public final class Sample implements Host, AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;
    private static final int MOST_LINES = 20;

    private final Process process;
    private final String program;
    private final Path directory;
    private final CountDownLatch told = new CountDownLatch(1);
    private final Deque<String> lines = new ArrayDeque<>();
    private volatile boolean ready;
    private Target target;

    private Sample(Process process, String program, Path directory) {
        this.process = process;
        this.program = program;
        this.directory = directory;
    }

    /**
     * Starts a process that will listen in a directory.
     *
     * @param command starts it, with the agent
     * @param directory where it listens
     * @param alone whether it is the one that is asked when none is named
     */
    public static Sample start(List<String> command, Path directory, boolean alone) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var sample = new Sample(process, alone ? "clew" : "clew -p " + process.pid(), directory);
        Thread reader = new Thread(sample::read, "clew-demo-output");
        reader.setDaemon(true);
        reader.start();
        return sample;
    }

    /** Returns its process id. */
    public long pid() {
        return process.pid();
    }

    @Override
    public String program() {
        return program;
    }

    @Override
    public synchronized Target target() throws Refusal {
        if (target == null) {
            awaitReady();
            target = RemoteTarget.connect(new SocketDirectory(directory).socket(pid()));
        }
        return target;
    }

    private void awaitReady() throws Refusal {
        try {
            boolean inTime = told.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ready) {
                throw Refusal.absent(inTime ? "the sample ended before it was ready: " + output()
                        : "the sample was not ready within " + PATIENCE_SECONDS + " s", "run clew demo again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.absent("the demo was interrupted", "run clew demo again");
        }
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                note(line);
            }
        } catch (IOException e) {
            // Its output ends with it.
        }
        told.countDown();
    }

    private void note(String line) {
        if (line.equals("ready")) {
            ready = true;
            told.countDown();
        }
        synchronized (lines) {
            lines.add(line);
            if (lines.size() > MOST_LINES) {
                lines.remove();
            }
        }
    }

    private String output() {
        synchronized (lines) {
            return lines.isEmpty() ? "it said nothing" : String.join(" | ", lines);
        }
    }

    /** Ends the process: its input first, which it understands, then itself. */
    @Override
    public void close() {
        hangUp();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroy();
                process.waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    private void hangUp() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has closed its end already.
        }
    }
}
