// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Class files that the running JVM can find. */
final class ClassFiles {

    private ClassFiles() {}

    /** Returns the bytes of a class, named as in class files; null if there is none. */
    static byte[] of(String name) {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the bytes of a class. */
    static byte[] of(Class<?> type) {
        return of(type.getName().replace('.', '/'));
    }
}
