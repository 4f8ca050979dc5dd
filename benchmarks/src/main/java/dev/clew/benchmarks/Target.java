// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import dev.clew.benchmarks.guest.Crowd;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A crowd of tasks in a JVM of its own. */
final class Target implements AutoCloseable {

    /** Where the classes of targets are. */
    static final String CLASSES = System.getProperty("java.class.path").split(":")[0];

    private final Jdk jdk;
    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;

    Target(Jdk jdk, List<String> options, String... crowd) throws IOException {
        this.jdk = jdk;
        List<String> command = new ArrayList<>(List.of(jdk.tool("java"), "-Xmx6g", "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:+EnableDynamicAgentLoading"));
        command.addAll(options);
        command.addAll(List.of("-cp", CLASSES, Crowd.class.getName()));
        command.addAll(List.of(crowd));
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        out = process.inputReader();
        in = process.outputWriter();
        out.readLine();
    }

    long pid() {
        return process.pid();
    }

    /** Makes the tasks. */
    void fill() throws IOException, InterruptedException {
        next();
    }

    /** Returns the longest pause since the last call, in milliseconds. */
    double longestPause() throws IOException {
        return Long.parseLong(next()) / 1e6;
    }

    private String next() throws IOException {
        in.write("\n");
        in.flush();
        return out.readLine();
    }

    /** Returns the bytes of each class in the heap, after a collection. */
    Map<String, Long> histogram() throws IOException {
        Process jcmd = new ProcessBuilder(jdk.tool("jcmd"), Long.toString(pid()), "GC.class_histogram").start();
        Map<String, Long> bytes = new TreeMap<>();
        for (String line : jcmd.inputReader().lines().toList()) {
            String[] words = line.trim().split("\\s+");
            if (words.length >= 4 && words[0].endsWith(":") && words[2].matches("[0-9]+")) {
                bytes.merge(words[3], Long.parseLong(words[2]), Long::sum);
            }
        }
        return bytes;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
