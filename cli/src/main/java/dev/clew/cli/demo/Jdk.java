// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JDK of this machine.
 *
 * @param home its directory
 * @param feature its feature version, for example 25
 */
public record Jdk(Path home, int feature) {

    /** Returns the oldest JDK that is at least of a feature version, looking where JDKs usually are. */
    public static Optional<Jdk> atLeast(int feature) {
        return candidates(System.getenv(), Path.of(System.getProperty("user.home"))).stream()
                .map(Jdk::at).flatMap(Optional::stream)
                .filter(jdk -> jdk.feature >= feature)
                .min(Comparator.comparingInt(Jdk::feature));
    }

    static List<Path> candidates(Map<String, String> environment, Path user) {
        var homes = new ArrayList<Path>();
        homes.add(Path.of(System.getProperty("java.home")));
        environment.forEach((name, value) -> {
            if (name.matches("(JAVA|JDK|GRAALVM).*HOME.*|JAVA_?[0-9]+|JDK_?[0-9]+") && !value.isBlank()) {
                homes.add(Path.of(value));
            }
        });
        for (Path parent : List.of(Path.of("/usr/lib/jvm"), Path.of("/opt"), user.resolve(".sdkman/candidates/java"),
                user.resolve(".jdks"))) {
            homes.addAll(children(parent));
        }
        children(Path.of("/Library/Java/JavaVirtualMachines")).forEach(jdk -> homes.add(jdk.resolve("Contents/Home")));
        return homes;
    }

    private static List<Path> children(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Returns the JDK in a directory, if there is one with a compiler. */
    static Optional<Jdk> at(Path home) {
        try (Stream<String> release = Files.lines(home.resolve("release"))) {
            return !Files.isExecutable(home.resolve("bin/javac")) ? Optional.empty() : release
                    .filter(line -> line.matches("JAVA_VERSION=\"[0-9]{1,4}(\\D.*)?\""))
                    .map(line -> new Jdk(home, Integer.parseInt(line.replaceAll("\\D*([0-9]+).*", "$1"))))
                    .findFirst();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the path of one of its programs. */
    public String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }
}
