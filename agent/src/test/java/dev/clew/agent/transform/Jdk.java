// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The class files of a JDK on this machine: the running one, or another one that lies beside it. */
record Jdk(int feature, FileSystem image) {

    private static final List<Jdk> ALL = find();

    /** Returns the running JDK first, then one of each other feature release. */
    static List<Jdk> all() {
        return ALL;
    }

    /** Returns the bytes of a class of java.base, or null if it has no such class. */
    byte[] bytes(String className) {
        Path path = image.getPath("/modules/java.base/" + className + ".class");
        try {
            return Files.exists(path) ? Files.readAllBytes(path) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the names of a class and of those nested in it. */
    List<String> beside(String className) {
        Path file = image.getPath("/modules/java.base/" + className + ".class");
        String simple = className.substring(className.lastIndexOf('/') + 1);
        try (Stream<Path> entries = Files.list(file.getParent())) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.equals(simple + ".class") || name.startsWith(simple + "$"))
                    .map(name -> className.substring(0, className.lastIndexOf('/') + 1)
                            + name.substring(0, name.length() - ".class".length()))
                    .sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }

    private static List<Jdk> find() {
        Map<Integer, Jdk> others = new TreeMap<>();
        Path home = Path.of(System.getProperty("java.home")).toAbsolutePath();
        int running = Runtime.version().feature();
        for (Path beside : beside(home)) {
            Integer feature = featureOf(beside);
            if (feature != null && feature != running && !others.containsKey(feature)) {
                others.put(feature, new Jdk(feature, open(beside)));
            }
        }
        List<Jdk> all = new ArrayList<>();
        all.add(new Jdk(running, FileSystems.getFileSystem(URI.create("jrt:/"))));
        all.addAll(others.values());
        return List.copyOf(all);
    }

    private static List<Path> beside(Path home) {
        List<Path> found = new ArrayList<>();
        for (Path directory : List.of(home.getParent(), Path.of("/usr/lib/jvm"))) {
            if (Files.isDirectory(directory)) {
                try (Stream<Path> entries = Files.list(directory)) {
                    entries.filter(entry -> Files.exists(entry.resolve("lib/modules"))).sorted().forEach(found::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return found;
    }

    private static Integer featureOf(Path home) {
        try {
            for (String line : Files.readAllLines(home.resolve("release"))) {
                if (line.startsWith("JAVA_VERSION=")) {
                    return Runtime.Version.parse(line.substring(line.indexOf('"') + 1, line.lastIndexOf('"')))
                            .feature();
                }
            }
            return null;
        } catch (IOException | IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static FileSystem open(Path home) {
        try {
            return FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", home.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
