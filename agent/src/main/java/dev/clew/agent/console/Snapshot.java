// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;

/**
 * Reads the class file of a loaded class out of the JVM, for classes that were made at run time.
 *
 * @param instrumentation hands it out
 */
record Snapshot(Instrumentation instrumentation) {

    byte[] of(Class<?> type) throws IOException {
        byte[][] seen = new byte[1][];
        ClassFileTransformer reader = new ClassFileTransformer() {
            @Override
            public byte[] transform(ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain,
                    byte[] classFile) {
                if (redefined == type) {
                    seen[0] = classFile;
                }
                return null;
            }
        };
        instrumentation.addTransformer(reader, true);
        try {
            instrumentation.retransformClasses(type);
        } catch (UnmodifiableClassException | LinkageError e) {
            throw new IOException("the class file of " + type.getName() + " can't be had", e);
        } finally {
            instrumentation.removeTransformer(reader);
        }
        if (seen[0] == null) {
            throw new IOException("the JVM does not hand out the class file of " + type.getName());
        }
        return seen[0];
    }
}
