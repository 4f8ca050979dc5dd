// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Finished;
import dev.clew.it.harness.Guests;
import dev.clew.it.harness.Jdk;
import dev.clew.it.harness.Scratch;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Applications whose classes lie in other places than on the class path. */
final class Applications {

    private static final String WAITING = """
            public static void main(String[] words) throws Exception {
                %s
                System.out.println("ready");
                System.in.read();
            }
            """;

    private Applications() {}

    /** Compiles sources by their paths, and returns the directory of the classes. */
    static Path classes(Jdk jdk, Map<String, String> sources, String... options) {
        Path directory = Scratch.directory("application");
        var command = new ArrayList<>(List.of(jdk.program("javac"), "-nowarn", "-d", directory.toString()));
        command.addAll(Arrays.asList(options));
        sources.forEach((path, text) -> {
            Path file = Scratch.directory("sources").resolve(path);
            write(file, text);
            command.add(file.toString());
        });
        Finished javac = Finished.of(new ProcessBuilder(command));
        assertThat(javac.status()).as(javac.out() + javac.err()).isZero();
        return directory;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a module {@code com.example.harbor} that needs java.base alone and keeps a package to itself. */
    static Path module(Jdk jdk) {
        return classes(jdk, new TreeMap<>(Map.of("module-info.java", "module com.example.harbor { }",
                "Main.java", "package com.example.harbor; public class Main {" + waiting("inner.Berths.count();") + "}",
                "Berths.java", """
                        package com.example.harbor.inner;
                        public class Berths {
                            private static int free = 7;
                            public static int count() { return free; }
                        }
                        """)));
    }

    private static String waiting(String first) {
        return WAITING.formatted(first.replace("inner.", "com.example.harbor.inner."));
    }

    /** Returns a jar of an application that the launcher of Spring Boot starts, with a library in a jar inside. */
    static Path nestedJar(Jdk jdk, String loader, String launcher) {
        Path library = classes(jdk, Map.of("Stock.java",
                "package com.example.stock; public class Stock { public static int level() { return 42; } }"));
        Path own = classes(jdk, Map.of("App.java", "package com.example.boot; public class App {"
                + "public static final java.util.Set<Integer> LEVELS = new java.util.TreeSet<>();"
                + waiting("LEVELS.add(com.example.stock.Stock.level());") + "}"), "-cp", library.toString());
        Path jar = Scratch.directory("boot").resolve("app.jar");
        Manifest manifest = manifest(Map.of("Main-Class", launcher, "Start-Class", "com.example.boot.App",
                "Spring-Boot-Classes", "BOOT-INF/classes/", "Spring-Boot-Lib", "BOOT-INF/lib/"));
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var launcherJar = new JarFile(Guests.jar(loader).toFile())) {
            for (var entry : launcherJar.stream().filter(each -> each.getName().startsWith("org/")).toList()) {
                store(out, entry.getName(), launcherJar.getInputStream(entry).readAllBytes());
            }
            store(out, "BOOT-INF/classes/", new byte[0]);
            store(out, "BOOT-INF/classes/com/example/boot/App.class",
                    Files.readAllBytes(own.resolve("com/example/boot/App.class")));
            store(out, "BOOT-INF/lib/", new byte[0]);
            store(out, "BOOT-INF/lib/stock.jar", Files.readAllBytes(jar(library)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }

    private static Manifest manifest(Map<String, String> attributes) {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach(manifest.getMainAttributes()::putValue);
        return manifest;
    }

    /** Returns a jar of classes. */
    static Path jar(Path classes) {
        Path jar = Scratch.directory("jar").resolve("classes.jar");
        try (OutputStream file = Files.newOutputStream(jar); var out = new JarOutputStream(file);
                Stream<Path> paths = Files.walk(classes)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                store(out, classes.relativize(path).toString(), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }

    /** Adds an entry as it is: a jar inside a jar is read in its place. */
    private static void store(ZipOutputStream out, String name, byte[] bytes) throws IOException {
        var sum = new CRC32();
        sum.update(bytes);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }
}
