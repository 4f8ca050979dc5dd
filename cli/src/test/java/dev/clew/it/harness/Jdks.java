// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the JDKs on this machine. */
public final class Jdks {

    private static final int OLDEST = 17;
    private static final List<Integer> TESTED = List.of(17, 25);

    private Jdks() {}

    /** Returns the JDKs that every test runs on: one of each tested version that is here, or else the present one. */
    public static List<Jdk> tested() {
        List<Jdk> found = TESTED.stream().map(Jdks::of).flatMap(Optional::stream).toList();
        return found.isEmpty() ? List.of(present()) : found;
    }

    /** Returns the tested JDKs that have virtual threads. */
    public static List<Jdk> withVirtualThreads() {
        return tested().stream().filter(Jdk::hasVirtualThreads).toList();
    }

    /** Returns a JDK of a version, if there is one. */
    public static Optional<Jdk> of(int feature) {
        return all().stream().filter(jdk -> jdk.feature() == feature).findFirst();
    }

    /** Returns the JDK that runs this test. */
    public static Jdk present() {
        return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /** Returns every JDK, each once, the present one first. */
    public static List<Jdk> all() {
        Map<Path, Jdk> jdks = new TreeMap<>();
        List<Jdk> found = new ArrayList<>();
        for (Path home : homes()) {
            jdk(home).filter(jdk -> jdks.put(jdk.home(), jdk) == null).ifPresent(found::add);
        }
        return found;
    }

    private static List<Path> homes() {
        List<Path> homes = new ArrayList<>();
        homes.add(Path.of(System.getProperty("java.home")));
        if (System.getenv("JAVA_HOME") != null) {
            homes.add(Path.of(System.getenv("JAVA_HOME")));
        }
        Path usual = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(usual)) {
            try (Stream<Path> installed = Files.list(usual)) {
                installed.sorted().forEach(homes::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return homes;
    }

    private static Optional<Jdk> jdk(Path home) {
        try {
            Path real = home.toRealPath();
            if (!Files.isExecutable(real.resolve("bin/javac")) || !Files.isReadable(real.resolve("release"))) {
                return Optional.empty();
            }
            var release = new Properties();
            try (var in = Files.newBufferedReader(real.resolve("release"))) {
                release.load(in);
            }
            String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
            int feature = Integer.parseInt(version.split("[.-]")[0]);
            return feature < OLDEST ? Optional.empty() : Optional.of(new Jdk(real, feature));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
