// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

import dev.clew.it.harness.Clew;
import dev.clew.it.harness.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A fault that can be planted in the agent: a method that does nothing, or something else. */
enum Fault {

    /** A task is made by the thread, whatever runs on it. */
    PARENT_SWAPPED("hook/ThreadRecord", "innermost", Set.of("parent")) {
        @Override
        void body(MethodVisitor code) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitInsn(Opcodes.ARETURN);
        }
    },

    /** Nobody ever ended a task. */
    CANCELLER_LOST("record/Endings", "act", Set.of("act")) {
        @Override
        void body(MethodVisitor code) {
            code.visitInsn(Opcodes.ACONST_NULL);
            code.visitInsn(Opcodes.ARETURN);
        }
    },

    /** Stacks that differ only in their classes pass for the same. */
    STACKS_CONFUSED("hook/ClassIds", "computeValue", Set.of("site", "origin", "parent")) {
        @Override
        void body(MethodVisitor code) {
            code.visitInsn(Opcodes.ICONST_1);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;",
                    false);
            code.visitInsn(Opcodes.ARETURN);
        }
    },

    /** What a source gave a stage passes for the stage's own doing. */
    RELAY_LOST("hook/Run", "relays", Set.of("act")) {
        @Override
        void body(MethodVisitor code) {
            deny(code);
        }
    },

    /** Who fails because of an interrupt merely fails. */
    INTERRUPT_LOST("record/Endings", "isInterrupt", Set.of("outcome")) {
        @Override
        void body(MethodVisitor code) {
            deny(code);
        }
    },

    /** Whoever carries out a time limit passes for whoever set it. */
    LIMIT_LOST("record/Causes", "timer", Set.of("place of the act")) {
        @Override
        void body(MethodVisitor code) {
            deny(code);
        }
    },

    /** A stage that its executor refused passes for one whose source failed. */
    REFUSAL_LOST("record/Acts", "refuses", Set.of("act")) {
        @Override
        void body(MethodVisitor code) {
            deny(code);
        }
    },

    /** What the JVM does to wait passes for a look at a failure. */
    WAIT_LOST("hook/FutureHooks", "waiting", Set.of("observed")),

    /** A look at a failure is not seen. */
    OBSERVED_LOST("hook/FutureHooks", "asked", Set.of("observed")),

    /** A delayed task passes for a submission. */
    DELAY_LOST("hook/FutureHooks", "scheduled", Set.of("kind")),

    /** A refusal is not seen: the task stays, or is lost once it is collected. */
    REJECTION_LOST("hook/PoolHooks", "rejected", Set.of("ended", "outcome")),

    /** What is made by a dependent stage is made by another. */
    STAGE_LOST("hook/StageHooks", "fire", Set.of("parent")),

    /** What is made by a stage of a complete source is made by whoever made the stage. */
    STAGE_WITHIN_LOST("hook/StageHooks", "runWithin", Set.of("parent"));

    /** Which fields of an answer may differ; one of them must. */
    final Set<String> symptoms;
    private final String type;
    private final String method;

    Fault(String type, String method, Set<String> symptoms) {
        this.type = type;
        this.method = method;
        this.symptoms = symptoms;
    }

    /** Writes what the method does instead: nothing, unless it returns something. */
    void body(MethodVisitor code) {
        code.visitInsn(Opcodes.RETURN);
    }

    private static void deny(MethodVisitor code) {
        code.visitInsn(Opcodes.ICONST_0);
        code.visitInsn(Opcodes.IRETURN);
    }

    /** Returns a copy of the built jar with this fault in it. */
    Path plant() {
        Path copy = Scratch.directory("fault").resolve("clew.jar");
        String altered = "dev/clew/inside/dev/clew/agent/" + type + ".class";
        try (JarFile built = new JarFile(Clew.jar().toFile());
                var out = new JarOutputStream(Files.newOutputStream(copy))) {
            for (JarEntry entry : Collections.list(built.entries())) {
                byte[] content = built.getInputStream(entry).readAllBytes();
                out.putNextEntry(new JarEntry(entry.getName()));
                out.write(entry.getName().equals(altered) ? alter(content) : content);
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    private byte[] alter(byte[] content) {
        var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        boolean[] found = new boolean[1];
        new ClassReader(content).accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
                    String[] exceptions) {
                MethodVisitor code = super.visitMethod(access, name, descriptor, signature, exceptions);
                if (!name.equals(method)) {
                    return code;
                }
                found[0] = true;
                code.visitCode();
                body(code);
                code.visitMaxs(0, 0);
                code.visitEnd();
                return null;
            }
        }, 0);
        if (!found[0]) {
            throw new IllegalStateException("no method " + method + " in " + type);
        }
        return writer.toByteArray();
    }
}
