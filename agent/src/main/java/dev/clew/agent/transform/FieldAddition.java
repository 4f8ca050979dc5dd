// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Adds a field for the record to classes that make tasks, when they are loaded.
 *
 * <p>A class can't lose a field again, so this transformer stays after a detach and keeps adding the field whenever
 * anybody retransforms the class. What it does depends on the bytes alone.
 */
public final class FieldAddition implements ClassFileTransformer {

    /** The classes that get the field. */
    public static final Set<String> CLASSES = Set.of("java/util/concurrent/FutureTask",
            "java/util/concurrent/CompletableFuture", "java/util/concurrent/ForkJoinTask", "java/util/TimerTask");

    private final String field;
    private final Set<String> added = ConcurrentHashMap.newKeySet();

    /** Adds a field of this name. */
    public FieldAddition(String field) {
        this.field = field;
    }

    /** Returns whether a class has been given the field, so that this transformer has to stay. */
    public boolean inUse() {
        return !added.isEmpty();
    }

    @Override
    public byte[] transform(Module module, ClassLoader loader, String name, Class<?> redefined,
            ProtectionDomain domain, byte[] bytes) {
        if (loader != null || name == null || !CLASSES.contains(name)
                || redefined != null && !added.contains(name)) {
            return null;
        }
        byte[] changed = withField(bytes);
        if (changed != null) {
            added.add(name);
        }
        return changed;
    }

    private byte[] withField(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, 0);
        boolean[] present = new boolean[1];
        reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public FieldVisitor visitField(int access, String name, String descriptor, String signature,
                    Object value) {
                present[0] |= name.equals(field);
                return super.visitField(access, name, descriptor, signature, value);
            }

            @Override
            public void visitEnd() {
                if (!present[0]) {
                    super.visitField(Opcodes.ACC_PUBLIC | Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC, field,
                            "Ljava/lang/Object;", null, null).visitEnd();
                }
                super.visitEnd();
            }
        }, 0);
        return present[0] ? null : writer.toByteArray();
    }
}
