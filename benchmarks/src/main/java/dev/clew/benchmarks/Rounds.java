// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs benchmarks of JMH, one fork with the empty agent and one with Clew in turns. */
final class Rounds {

    private static final List<String> ALIKE = List.of("-Xms512m", "-Xmx512m", "-Xmn128m", "-XX:+AlwaysPreTouch",
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2");
    private static final List<String> MODERN = List.of("-Djdk.virtualThreadScheduler.parallelism=1",
            "-Djdk.virtualThreadScheduler.maxPoolSize=1", "--sun-misc-unsafe-memory-access=allow");

    private final Setting setting;
    private final Jdk jdk;

    Rounds(Setting setting, Jdk jdk) {
        this.setting = setting;
        this.jdk = jdk;
    }

    Jdk jdk() {
        return jdk;
    }

    /** Measures a benchmark in both ways, at full speed. */
    Pair compare(String benchmark) throws RunnerException {
        return compare(benchmark, 0);
    }

    /** Measures a benchmark in both ways, with pauses of so many milliseconds between its batches. */
    Pair compare(String benchmark, int pause) throws RunnerException {
        Pair pair = new Pair();
        for (int round = 0; round < setting.rounds(); round++) {
            pair.base().add(base(benchmark, pause));
            pair.clew().add(watched(benchmark, setting.watched(), pause));
        }
        return pair;
    }

    double base(String benchmark, int pause) throws RunnerException {
        return fork(benchmark, "base", List.of(setting.base(), "-Dbench.pause=" + pause));
    }

    /** Measures a benchmark under Clew as an option of the JVM brings it. */
    double watched(String benchmark, String agent, int pause) throws RunnerException {
        return fork(benchmark, "Clew",
                List.of(agent, "-Dbench.pause=" + pause, "-Dbench.sockets=" + setting.sockets()));
    }

    /** Runs a benchmark in a JVM with some options and returns the median of its iterations, in nanoseconds. */
    double fork(String benchmark, String beside, List<String> agent) throws RunnerException {
        List<String> arguments = new ArrayList<>(ALIKE);
        arguments.addAll(jdk.hasVirtualThreads() ? MODERN : List.of());
        arguments.addAll(agent);
        ChainedOptionsBuilder options = new OptionsBuilder().include("\\." + benchmark.replace(".", "\\.") + "$")
                .jvm(jdk.tool("java")).jvmArgs(arguments.toArray(String[]::new)).forks(1)
                .warmupIterations(setting.full() ? 10 : 4).warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(setting.full() ? 10 : 4).measurementTime(TimeValue.milliseconds(400))
                .verbosity(VerboseMode.SILENT).shouldFailOnError(true);
        double median = new Runner(options.build()).runSingle().getPrimaryResult().getStatistics().getPercentile(50);
        System.err.printf("JDK %d %s %s: %.1f ns%n", jdk.version(), benchmark, beside, median);
        return median;
    }

    /** Returns the greatest share of creations without a stack in any fork so far, in percent; forgets it. */
    static double throttled(Setting setting) throws IOException {
        Path notes = setting.sockets().resolve("throttled");
        double worst = 0;
        for (String line : Files.exists(notes) ? Files.readAllLines(notes) : List.<String>of()) {
            String[] numbers = line.split(" ");
            worst = Math.max(worst, 100 * Double.parseDouble(numbers[0]) / Double.parseDouble(numbers[1]));
        }
        Files.deleteIfExists(notes);
        return worst;
    }
}
