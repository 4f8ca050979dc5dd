// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TraceClassVisitor;

/** A thread's interrupt lock becomes its record, and nothing else changes. */
class LockReplacementTest {

    private static final String OBJECT = "java/lang/Object";
    private static final String SHIP = "com/example/Ship";
    private static final Map<Integer, Integer> LOCKS = Map.of(17, 1, 25, 2);

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void replacesTheLockOfEachConstructorAndNothingElse(Jdk jdk) {
        assumeThat(LOCKS).containsKey(jdk.feature());
        byte[] original = jdk.bytes("java/lang/Thread");
        byte[] replaced = PatchedClass.of(original, Subject.of("java/lang/Thread").replacingLock(),
                HookTargets.real(), new HashSet<>());
        List<String> before = lines(original);
        List<String> after = lines(replaced);

        assertThat(after).hasSameSizeAs(before);
        List<String> changes = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                assertThat(after.get(i)).isEqualTo(before.get(i).replace(OBJECT, HookTargets.RECORD));
                changes.add(after.get(i).trim());
            }
        }
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < LOCKS.get(jdk.feature()); i++) {
            expected.add("NEW " + HookTargets.RECORD);
            expected.add("INVOKESPECIAL " + HookTargets.RECORD + ".<init> ()V");
        }
        assertThat(changes).containsExactlyElementsOf(expected);
    }

    @Test
    void leavesOtherNewObjectsWhereTheyAre() {
        Label other = new Label();
        Label join = new Label();
        byte[] ship = ship(code -> {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(Opcodes.ILOAD, 1);
            code.visitJumpInsn(Opcodes.IFEQ, other);
            newObject(code);
            code.visitJumpInsn(Opcodes.GOTO, join);
            code.visitLabel(other);
            code.visitFrame(Opcodes.F_FULL, 2, new Object[] {SHIP, Opcodes.INTEGER}, 1, new Object[] {SHIP});
            code.visitInsn(Opcodes.ACONST_NULL);
            code.visitLabel(join);
            code.visitFrame(Opcodes.F_FULL, 2, new Object[] {SHIP, Opcodes.INTEGER}, 2, new Object[] {SHIP, OBJECT});
            code.visitFieldInsn(Opcodes.PUTFIELD, SHIP, "cargo", "Ljava/lang/Object;");
        });

        assertThat(lines(replaced(ship))).isEqualTo(lines(ship));
    }

    @Test
    void leavesANewObjectThatAnArgumentFollows() {
        byte[] ship = ship(code -> {
            newObject(code);
            code.visitIntInsn(Opcodes.BIPUSH, 42);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, SHIP, "load", "(Ljava/lang/Object;I)V", false);
        });

        assertThat(lines(replaced(ship))).isEqualTo(lines(ship));
    }

    @Test
    void replacesALockWhoseLineIsKnown() {
        byte[] ship = ship(code -> {
            Label line = new Label();
            code.visitLabel(line);
            code.visitLineNumber(7, line);
            code.visitVarInsn(Opcodes.ALOAD, 0);
            newObject(code);
            code.visitFieldInsn(Opcodes.PUTFIELD, SHIP, "interruptLock", "Ljava/lang/Object;");
        });

        assertThat(String.join("", lines(replaced(ship)))).contains("NEW " + HookTargets.RECORD)
                .doesNotContain("NEW " + OBJECT);
    }

    private static void newObject(MethodVisitor code) {
        code.visitTypeInsn(Opcodes.NEW, OBJECT);
        code.visitInsn(Opcodes.DUP);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
    }

    private static byte[] ship(Consumer<MethodVisitor> body) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, SHIP, null, OBJECT, null);
        MethodVisitor code = writer.visitMethod(0, "<init>", "(I)V", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
        body.accept(code);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static byte[] replaced(byte[] original) {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
                    String[] exceptions) {
                return new LockReplacement(super.visitMethod(access, name, descriptor, signature, exceptions), SHIP,
                        HookTargets.RECORD);
            }
        }, 0);
        return writer.toByteArray();
    }

    private static List<String> lines(byte[] bytes) {
        Textifier text = new Textifier();
        new ClassReader(bytes).accept(new TraceClassVisitor(null, text, null), 0);
        StringBuilder all = new StringBuilder();
        append(text.getText(), all);
        return List.of(all.toString().split("\n"));
    }

    private static void append(List<?> parts, StringBuilder all) {
        for (Object part : parts) {
            if (part instanceof List<?> nested) {
                append(nested, all);
            } else {
                all.append(part);
            }
        }
    }
}
