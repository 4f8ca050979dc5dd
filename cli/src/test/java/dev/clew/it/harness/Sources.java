// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * The sources of a program, compiled once for each JDK.
 *
 * @param files the sources by their file names
 * @param libraries what they need on the class path
 * @param preview whether they use a preview of the JDK
 */
public record Sources(Map<String, String> files, List<Path> libraries, boolean preview) {

    private static final Map<List<Object>, Path> COMPILED = new ConcurrentHashMap<>();

    /** Returns files from the directory {@code programs} of the tests' resources, with what every program needs. */
    public static Sources of(String... names) {
        var files = new LinkedHashMap<String, String>();
        files.put("Script.java", resource("Script.java"));
        for (String name : names) {
            files.put(name, resource(name));
        }
        return new Sources(files, List.of(), false);
    }

    /** Returns these sources and one more. */
    public Sources with(String name, String text) {
        var more = new LinkedHashMap<>(files);
        more.put(name, text);
        return new Sources(more, libraries, preview);
    }

    /** Returns these sources with libraries. */
    public Sources using(List<Path> jars) {
        return new Sources(files, jars, preview);
    }

    /** Returns these sources, which use a preview of the JDK. */
    public Sources preview(boolean uses) {
        return new Sources(files, libraries, uses);
    }

    /** Returns a file from the directory {@code programs} of the tests' resources. */
    public static String resource(String name) {
        try (InputStream in = Sources.class.getResourceAsStream("/dev/clew/it/programs/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the directory of the classes, compiled by the JDK. */
    public Path classes(Jdk jdk) {
        return COMPILED.computeIfAbsent(List.of(this, jdk), absent -> compile(jdk));
    }

    /** Returns the class path of the program. */
    public String classPath(Jdk jdk) {
        var path = new ArrayList<Path>(List.of(classes(jdk)));
        path.addAll(libraries);
        return path.stream().map(Path::toString).collect(Collectors.joining(":"));
    }

    private Path compile(Jdk jdk) {
        try {
            Path directory = Scratch.directory("classes");
            var command = new ArrayList<>(List.of(jdk.program("javac"), "-J-XX:TieredStopAtLevel=1", "-g", "-nowarn",
                    "-Xlint:none", "-proc:none", "-d", directory.toString()));
            if (!libraries.isEmpty()) {
                command.addAll(List.of("-cp", libraries.stream().map(Path::toString).collect(Collectors.joining(":"))));
            }
            if (preview) {
                command.addAll(List.of("--enable-preview", "--release", Integer.toString(jdk.feature())));
            }
            for (var file : files.entrySet()) {
                Path source = directory.resolve(file.getKey());
                Files.writeString(source, file.getValue());
                command.add(source.toString());
            }
            Finished javac = Finished.of(new ProcessBuilder(command));
            assertThat(javac.status()).as(() -> "javac of " + jdk + " says:\n" + javac.out() + javac.err()).isZero();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a jar whose only content is a manifest that names one of these classes, on the class path, as an agent. */
    public static Path agentJar(String agent) {
        Path jar = Scratch.directory("agent").resolve("agent.jar");
        var manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Agent-Class", agent);
        main.putValue("Can-Retransform-Classes", "true");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }
}
