// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

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
    private static final String END = "<!-- end of what ./bench measured -->";

    private final Path path;

    Page(Path path) {
        this.path = path;
    }

    void write(Setting setting, List<Jdk> jdks, List<Row> rows, double throttled) throws IOException {
        String text = Files.readString(path);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        if (begin < BEGIN.length() || end < begin) {
            throw new IOException(path + " lacks the marks");
        }
        String numbers = "\n" + machine(setting, jdks) + "\n" + table(rows) + "\n" + misses(rows) + "\n"
                + stacks(throttled) + "\n";
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
                price is the median of the differences within a round. Where the goal lies between the least and the
                greatest price, the machine is too noisy to tell.
                """, setting.full() ? "`./bench --full`" : "`./bench`, the short form,",
                Runtime.getRuntime().availableProcessors(), processor, System.getProperty("os.version"), releases,
                setting.rounds(), 3 * setting.rounds());
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

    private static String stacks(double throttled) {
        return String.format(Locale.ROOT, "Of all creations in a process that JMH ran, at most %.1f %% were counted as"
                + " `throttled` and took no stack.%n", throttled);
    }
}
