// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import dev.clew.benchmarks.growth.Curve;
import dev.clew.benchmarks.growth.Plot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page that the numbers are written into, between two marks. */
final class Page {

    private static final String BEGIN = "<!-- measured by ./bench -->\n";
    private static final String PICTURE = "cost-growth.svg";
    private static final String END = "<!-- end of what ./bench measured -->";

    private final Path path;

    Page(Path path) {
        this.path = path;
    }

    void write(Setting setting, Findings found, double throttled) throws IOException {
        String text = Files.readString(path);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        if (begin < BEGIN.length() || end < begin) {
            throw new IOException(path + " lacks the marks");
        }
        String numbers = "\n" + machine(setting, found.jdks()) + "\n" + table(found.rows()) + "\n"
                + misses(found.rows()) + "\n" + stacks(throttled) + "\n" + peers(found.peers())
                + growth(found.curves());
        Plot.write(found.curves(), path.resolveSibling(PICTURE));
        Files.writeString(path, text.substring(0, begin) + numbers + text.substring(end));
    }

    private static String machine(Setting setting, List<Jdk> jdks) throws IOException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name")).map(line -> line.replaceAll(".*: ", ""))
                .findFirst().orElse(System.getProperty("os.arch"));
        String releases = jdks.stream().map(Jdk::release).collect(Collectors.joining(" and "));
        return String.format(Locale.ROOT, """
                Measured by %s on %d cores of %s, Linux %s, JDK %s.
                Medians of %d rounds (of %d for the start of a JVM), the least and the greatest in parentheses; a
                price is the median of the differences, or for an HTTP service of the shares, within a round. Where the
                goal lies between the least and the greatest price, the machine is too noisy to tell.
                """, setting.full() ? "`./bench --full`" : "`./bench`, the short form,",
                Runtime.getRuntime().availableProcessors(), processor, System.getProperty("os.version"), releases,
                setting.rounds(), 2 * setting.rounds());
    }

    private static String table(List<Row> rows) {
        return rows.stream().map(row -> row.line() + "\n").collect(Collectors.joining("",
                "| what | JDK | base | Clew | price | goal | reached |\n|---|---|---|---|---|---|---|\n", ""));
    }

    private static String misses(List<Row> rows) {
        List<String> misses = rows.stream().map(Row::miss).flatMap(Optional::stream).toList();
        return misses.isEmpty() ? "Every goal that was decided is reached.\n"
                : "Not reached:\n\n" + String.join("\n", misses) + "\n";
    }

    private static String peers(List<String> lines) {
        return """
                ### Beside other tools

                The same workloads in the same run, each tool as it is meant to be used: what it carries is there to
                be carried. Tools that follow other things than Clew are no worse for it; this tells what people are
                used to pay. In the short form, one round.

                | what | JDK | with | measured | over the base |
                |---|---|---|---|---|
                """ + String.join("\n", lines) + "\n\n";
    }

    private static String growth(List<Curve> curves) {
        return """
                ### How the price grows

                Short virtual threads on JDK 25, and the CPU time of the whole process for each, in nanoseconds: Clew's own
                thread and the garbage collector are in it. A creation without a stack is counted as `throttled`; an ending that is
                let go of made room for a later one in the history. One JVM is less even than the next by some ten
                nanoseconds; in the short form there is one for each line.

                ![What Clew adds to a task, along what there is more and more of](%s)

                """.formatted(PICTURE) + curves.stream().map(Curve::table).collect(Collectors.joining("\n")) + "\n";
    }

    private static String stacks(double throttled) {
        return String.format(Locale.ROOT, "Of all creations in a process that JMH ran, at most %.1f %% were counted as"
                + " `throttled` and took no stack.%n", throttled);
    }
}
