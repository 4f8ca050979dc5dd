// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JDK to measure on.
 *
 * @param version its feature release
 * @param home where it is
 * @param release its full version
 */
public record Jdk(int version, Path home, String release) {

    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    /** Finds the JDK of a version on this machine. */
    public static Optional<Jdk> find(int version) throws IOException {
        try (Stream<Path> homes = Files.list(INSTALLED)) {
            for (Path home : homes.sorted().toList()) {
                Path release = home.resolve("release");
                if (Files.exists(release) && Files.isExecutable(home.resolve("bin/jcmd"))) {
                    List<String> lines = Files.readAllLines(release);
                    Optional<String> found = lines.stream().filter(line -> line.startsWith("JAVA_VERSION="))
                            .map(line -> line.replaceAll(".*=\"|\"", ""))
                            .filter(known -> known.matches(version + "(\\D.*)?")).findFirst();
                    if (found.isPresent()) {
                        return Optional.of(new Jdk(version, home.toRealPath(), found.get()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the path of one of its programs. */
    public String tool(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** Returns whether it has virtual threads. */
    public boolean hasVirtualThreads() {
        return version >= 21;
    }
}
