// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import dev.clew.benchmarks.guest.EmptyAgent;
import dev.clew.benchmarks.guest.Hello;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * What all measurements of a run share.
 *
 * @param full whether there is time
 * @param clew the jar of Clew
 * @param empty the jar of the empty agent
 * @param hello the jar of the smallest application
 * @param sockets the directory of the sockets of watched JVMs
 */
public record Setting(boolean full, Path clew, Path empty, Path hello, Path sockets) {

    /** Makes what a run needs. */
    public static Setting of(boolean full, Path clew) throws IOException {
        Path directory = Files.createTempDirectory("clew-bench",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return new Setting(full, clew.toAbsolutePath(), jar(directory.resolve("empty.jar"), EmptyAgent.class),
                jar(directory.resolve("hello.jar"), Hello.class), directory);
    }

    private static Path jar(Path jar, Class<?> type) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        for (String entry : new String[] {"Premain-Class", "Agent-Class", "Main-Class"}) {
            manifest.getMainAttributes().putValue(entry, type.getName());
        }
        for (String ability : new String[] {"Can-Retransform-Classes", "Can-Redefine-Classes"}) {
            manifest.getMainAttributes().putValue(ability, "true");
        }
        String name = type.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream in = Setting.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new ZipEntry(name));
            in.transferTo(out);
        }
        return jar;
    }

    /** Returns how often each thing is measured. */
    public int rounds() {
        return full ? 9 : 3;
    }

    /** Returns how often each question is asked. */
    int questions() {
        return 15;
    }

    /** Returns how many tasks are very many. */
    public int crowd() {
        return full ? 1_000_000 : 100_000;
    }

    /** Returns the JVM's option for the empty agent. */
    public String base() {
        return "-javaagent:" + empty;
    }

    /** Returns the JVM's option for Clew. */
    public String watched() {
        return "-javaagent:" + clew + "=dir=" + sockets;
    }

    /** Returns the JVM's option for Clew with one more option of the agent. */
    public String watched(String option) {
        return watched() + "," + option;
    }
}
