// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.attach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * The bytecode of classes at one moment, without what the JVM itself changes whenever it replaces a class: the order
 * of constants and, before JDK 21, the stack maps.
 *
 * @param classes class files by their simple names
 */
record Bytecode(Map<String, byte[]> classes) {

    /** Reads class files from a directory. */
    static Bytecode of(Path directory) {
        var classes = new TreeMap<String, byte[]>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                classes.put(file.getFileName().toString().replace(".class", ""), plain(Files.readAllBytes(file)));
            }
            return new Bytecode(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] plain(byte[] bytes) {
        var writer = new ClassWriter(0);
        new ClassReader(bytes).accept(writer, ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }

    /** Returns the classes that differ from those of another moment. */
    List<String> differing(Bytecode other) {
        return classes.keySet().stream()
                .filter(name -> !Arrays.equals(classes.get(name), other.classes.get(name)))
                .toList();
    }
}
