// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.guest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** CPU time of each thread of this process, by the nanosecond, where the JVM counts hundredths of a second. */
final class Processor {

    private static final Path THREADS = Path.of("/proc/self/task");

    private final Map<String, Long> before = times();

    /** Returns the CPU time since the beginning, of all threads but those that ended meanwhile. */
    long nanos() {
        return times().entrySet().stream()
                .mapToLong(now -> now.getValue() - before.getOrDefault(now.getKey(), 0L)).sum();
    }

    private static Map<String, Long> times() {
        Map<String, Long> times = new HashMap<>();
        try (Stream<Path> threads = Files.list(THREADS)) {
            for (Path thread : threads.toList()) {
                times.put(thread.getFileName().toString(), time(thread));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return times;
    }

    private static long time(Path thread) throws IOException {
        try {
            List<String> lines = Files.readAllLines(thread.resolve("schedstat"));
            return Long.parseLong(lines.get(0).split(" ")[0]);
        } catch (NoSuchFileException e) {
            // It ended between the list and the look.
            return 0;
        }
    }
}
