// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How a program is to be started: its JDK, its options, its agents. */
public final class Launch {

    private final Jdk jdk;
    private final Sources sources;
    private final String main;
    private final List<String> prefix = new ArrayList<>();
    private final List<String> before = new ArrayList<>();
    private final List<String> after = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private Path java;
    private Path jar = Clew.jar();
    private Path sockets = Scratch.directory("s");
    private Arrival arrival = Arrival.NEVER;

    private Launch(Jdk jdk, Sources sources, String main) {
        this.jdk = jdk;
        this.sources = sources;
        this.main = main;
        this.java = Path.of(jdk.program("java"));
    }

    /** Begins to describe a start of a program's main class, without the agent. */
    public static Launch of(Jdk jdk, Sources sources, String main) {
        return new Launch(jdk, sources, main);
    }

    /** Begins to describe a start under a setting. */
    public static Launch of(Setting setting, Sources sources, String main) {
        return new Launch(setting.jdk(), sources, main).agent(setting.arrival());
    }

    /** Brings the agent, at start or late, or not at all. */
    public Launch agent(Arrival when) {
        arrival = when;
        return this;
    }

    /** Has the agent that comes at start come from another jar. */
    public Launch jar(Path other) {
        jar = other;
        return this;
    }

    /** Gives the agent an option, for example {@code memory=1m}. */
    public Launch option(String pair) {
        options.add(pair);
        return this;
    }

    /** Has the program's sockets in another directory. */
    public Launch sockets(Path directory) {
        sockets = directory;
        return this;
    }

    /** Gives the JVM options before the agent's. */
    public Launch jvm(String... words) {
        before.addAll(Arrays.asList(words));
        return this;
    }

    /** Gives the JVM options after the agent's. */
    public Launch jvmAfter(String... words) {
        after.addAll(Arrays.asList(words));
        return this;
    }

    /** Runs the program by another runtime than its JDK's. */
    public Launch java(Path other) {
        java = other;
        return this;
    }

    /** Runs the program by way of another one, for example as another user. */
    public Launch by(String... words) {
        prefix.addAll(Arrays.asList(words));
        return this;
    }

    /** Starts the program and waits until it is ready, and watched if it is to be. */
    public Program start() {
        Program program = startAnyway();
        try {
            if (arrival == Arrival.LATE) {
                Clew.at(sockets).attach(program.pid(), options).isFine();
            }
            if (arrival != Arrival.NEVER) {
                program.awaitSocket();
            }
            return program;
        } catch (AssertionError | RuntimeException e) {
            program.close();
            throw e;
        }
    }

    /** Starts the program and waits until it is ready, whether or not an agent from the start can listen. */
    public Program startAnyway() {
        try {
            var program = new Program(process().start(), sockets);
            try {
                program.awaitLine("ready");
                return program;
            } catch (AssertionError | RuntimeException e) {
                program.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the program with some input to its end. */
    public Finished finish(String input) {
        return Finished.of(process(), input);
    }

    private ProcessBuilder process() {
        List<String> command = new ArrayList<>(prefix);
        command.add(java.toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m", "-Xshare:auto",
                "-Djava.io.tmpdir=" + Scratch.directory("t")));
        command.addAll(before);
        if (arrival == Arrival.AT_START) {
            var all = new ArrayList<>(List.of("dir=" + sockets));
            all.addAll(options);
            command.add("-javaagent:" + jar + "=" + String.join(",", all));
        }
        command.addAll(after);
        if (sources.preview()) {
            command.add("--enable-preview");
        }
        command.addAll(List.of("-cp", sources.classPath(jdk), main));
        assertThat(command).noneMatch(String::isEmpty);
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("CLEW_") || name.endsWith("_OPTIONS"));
        return builder;
    }
}
