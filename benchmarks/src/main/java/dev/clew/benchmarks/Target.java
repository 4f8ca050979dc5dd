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

/** A program in a JVM of its own, which answers each line with a line. */
public final class Target implements AutoCloseable {

    /** Where the classes of targets are. */
    static final String CLASSES = System.getProperty("java.class.path").split(":")[0];

    private final Jdk jdk;
    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;
    private final String greeting;

    private Target(Jdk jdk, Process process) throws IOException {
        this.jdk = jdk;
        this.process = process;
        this.out = process.inputReader();
        this.in = process.outputWriter();
        this.greeting = line();
    }

    /** Starts a program and waits for its first line. */
    public static Target start(Jdk jdk, List<String> options, Class<?> program, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(jdk.tool("java"), "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:+EnableDynamicAgentLoading"));
        command.addAll(options);
        command.addAll(List.of("-cp", CLASSES, program.getName()));
        command.addAll(List.of(arguments));
        return new Target(jdk, new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** Starts a crowd of tasks that is not there yet. */
    static Target crowd(Jdk jdk, List<String> options, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("-Xmx6g"));
        all.addAll(options);
        return start(jdk, all, Crowd.class, arguments);
    }

    /** Returns the process id. */
    public long pid() {
        return process.pid();
    }

    /** Returns the first line of the program. */
    public String greeting() {
        return greeting;
    }

    /** Makes the tasks of a crowd. */
    void fill() throws IOException {
        ask("");
    }

    /** Returns the longest pause of a crowd since the last call, in milliseconds. */
    double longestPause() throws IOException {
        return Long.parseLong(ask("")) / 1e6;
    }

    /** Writes a line and returns the answer. */
    public String ask(String line) throws IOException {
        in.write(line + "\n");
        in.flush();
        return line();
    }

    /** Returns the numbers of an answer. */
    public double[] numbers(String line) throws IOException {
        return numbersIn(ask(line));
    }

    /** Returns the next line of the program. */
    public String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("process " + pid() + " ended before it answered");
        }
        return line;
    }

    /** Returns the numbers in a line. */
    public static double[] numbersIn(String line) {
        return List.of(line.split(" ")).stream().mapToDouble(Double::parseDouble).toArray();
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
