// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What may be in a JVM beside a workload.
 *
 * @param name what the page calls it
 * @param options the JVM's options that bring it
 */
record Peer(String name, List<String> options) {

    private static final Path LIBRARIES = Path.of(Target.CLASSES).resolveSibling("lib");
    private static final Path AGENTS = Path.of(Target.CLASSES).resolveSibling("peers");

    static Peer empty(Setting setting) {
        return new Peer("empty agent (base)", List.of(setting.base()));
    }

    static Peer plain() {
        return new Peer("no agent", List.of());
    }

    static Peer clew(Setting setting) {
        return new Peer("Clew", List.of(setting.watched(), "-Dbench.sockets=" + setting.sockets()));
    }

    static Peer openTelemetry() {
        return new Peer("OpenTelemetry's Java agent, one context carried, no exporter",
                List.of("-javaagent:" + AGENTS.resolve("opentelemetry-javaagent.jar"), "-Dbench.carries=context",
                        "-Dotel.traces.exporter=none", "-Dotel.metrics.exporter=none", "-Dotel.logs.exporter=none"));
    }

    static Peer transmittable() throws IOException {
        return new Peer("transmittable-thread-local's agent, one value carried",
                List.of("-javaagent:" + library("transmittable-thread-local"), "-Dbench.carries=value"));
    }

    static Peer probes() throws IOException {
        return new Peer("kotlinx-coroutines-debug", List.of("-javaagent:" + library("kotlinx-coroutines-core")));
    }

    static Peer probesWithStacks() throws IOException {
        return new Peer("kotlinx-coroutines-debug with creation stacks",
                List.of("-javaagent:" + library("kotlinx-coroutines-core"),
                        "-Dkotlinx.coroutines.debug.enable.creation.stack.trace=true"));
    }

    /** The JVM's own recorder, in which events of virtual threads are off unless asked for. */
    static Peer recorder(Setting setting) {
        return new Peer("JFR with the start and end of each virtual thread", List.of("-Xlog:disable",
                "-XX:FlightRecorderOptions:repository=" + setting.sockets().resolve("jfr"),
                "-XX:StartFlightRecording:maxsize=64m,settings=default,jdk.VirtualThreadStart#enabled=true,"
                        + "jdk.VirtualThreadEnd#enabled=true"));
    }

    /** An agent whose manifest names its own file keeps the file's name, which has the version. */
    private static Path library(String name) throws IOException {
        try (Stream<Path> files = Files.list(LIBRARIES)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name)).findFirst()
                    .orElseThrow(() -> new IOException("no " + name + " in " + LIBRARIES)).toAbsolutePath();
        }
    }
}
