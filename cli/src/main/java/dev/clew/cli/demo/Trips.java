// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo;

import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** The part of the service that needs structured concurrency: compiled and started in the background. */
final class Trips implements Host, AutoCloseable {

    private static final String MAIN = "com.example.harbor.structured.TripBooking";

    private final Jdk jdk;
    private final Examples examples;
    private final String agent;
    private final Path directory;
    private final FutureTask<Sample> start = new FutureTask<>(this::compileAndStart);
    private final Thread starter = new Thread(start, "clew-demo-trips");
    private volatile Path classes;

    private Trips(Jdk jdk, Examples examples, String agent, Path directory) {
        this.jdk = jdk;
        this.examples = examples;
        this.agent = agent;
        this.directory = directory;
    }

    static Trips start(Jdk jdk, Examples examples, String agent, Path directory) {
        var trips = new Trips(jdk, examples, agent, directory);
        trips.starter.setDaemon(true);
        trips.starter.start();
        return trips;
    }

    @Override
    public String program() {
        try {
            return sample().program();
        } catch (Refusal e) {
            return "clew";
        }
    }

    @Override
    public Target target() throws Refusal {
        return sample().target();
    }

    private Sample sample() throws Refusal {
        try {
            return start.get();
        } catch (ExecutionException e) {
            throw Refusal.absent("the structured sample did not start: " + e.getCause().getMessage(),
                    "the other stops do not need it");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.absent("the demo was interrupted", "run clew demo again");
        }
    }

    private Sample compileAndStart() throws IOException, InterruptedException {
        classes = Files.createTempDirectory("clew-demo");
        String release = Integer.toString(jdk.feature());
        compile(List.of(jdk.program("javac"), "--release", release, "--enable-preview", "-proc:none", "-cp",
                examples.jar().toString(), "-d", classes.toString(), examples.structured().toString()));
        return Sample.start(List.of(jdk.program("java"), agent, "--enable-preview", "-XX:TieredStopAtLevel=1", "-cp",
                classes + File.pathSeparator + examples.jar(), MAIN), directory, false);
    }

    private static void compile(List<String> command) throws IOException, InterruptedException {
        Process compiler = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (compiler.waitFor() != 0) {
                throw new IOException("it does not compile: " + said.strip().lines().findFirst().orElse(""));
            }
        } finally {
            compiler.destroyForcibly();
        }
    }

    @Override
    public void close() {
        try {
            starter.join(5_000);
            if (start.isDone()) {
                start.get().close();
            }
        } catch (ExecutionException e) {
            // It never started.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        delete(classes);
    }

    private static void delete(Path directory) {
        if (directory == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted((a, b) -> b.compareTo(a)).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            // What stays is in the directory for temporary files.
        }
    }
}
