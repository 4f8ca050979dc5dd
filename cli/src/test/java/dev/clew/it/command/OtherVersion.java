// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.command;

import dev.clew.it.harness.Clew;
import dev.clew.it.harness.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Makes a jar of another version out of the one that was built: another number, and one more hook class. */
final class OtherVersion {

    static final String NUMBER = "9.9.9";

    private static final String INSIDE = "dev/clew/inside/dev/clew/";
    private static final String VERSION = INSIDE + "model/version";
    private static final String HOOK = "dev.clew.agent.hook.Extra";

    private OtherVersion() {}

    static Path jar() {
        Path jar = Scratch.directory("other").resolve("clew.jar");
        try (var from = new JarFile(Clew.jar().toFile());
                var to = new JarOutputStream(Files.newOutputStream(jar))) {
            Enumeration<JarEntry> entries = from.entries();
            while (entries.hasMoreElements()) {
                JarEntry entry = entries.nextElement();
                boolean version = entry.getName().equals(VERSION);
                put(to, entry.getName(), version ? NUMBER.getBytes(StandardCharsets.UTF_8)
                        : from.getInputStream(entry).readAllBytes());
            }
            put(to, INSIDE + "agent/hook/Extra.class", hook());
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(JarOutputStream to, String name, byte[] bytes) throws IOException {
        to.putNextEntry(new JarEntry(name));
        to.write(bytes);
        to.closeEntry();
    }

    private static byte[] hook() throws IOException {
        Path directory = Scratch.directory("hook");
        var source = new SimpleJavaFileObject(URI.create("string:///Extra.java"), SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignored) {
                return "package dev.clew.agent.hook; public final class Extra { private Extra() {} }";
            }
        };
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of("--release", "17", "-d", directory.toString());
        if (!compiler.getTask(null, null, null, options, null, List.of(source)).call()) {
            throw new AssertionError("the class does not compile");
        }
        return Files.readAllBytes(directory.resolve(HOOK.replace('.', '/') + ".class"));
    }
}
