// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

import dev.clew.agent.console.given.StatementThread;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Lets every loop in the classes of a statement be stopped: a check goes before each jump back. */
final class LoopChecks {

    private static final String OWNER = Type.getInternalName(StatementThread.class);

    private LoopChecks() {}

    static byte[] in(byte[] classFile) {
        var reader = new ClassReader(classFile);
        var writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String type, String generic, String[] thrown) {
                return new Loops(super.visitMethod(access, name, type, generic, thrown));
            }
        }, 0);
        return writer.toByteArray();
    }

    private static final class Loops extends MethodVisitor {

        private final Set<Label> behind = new HashSet<>();

        Loops(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitLabel(Label label) {
            behind.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            if (behind.contains(label)) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, OWNER, "check", "()V", false);
            }
            super.visitJumpInsn(opcode, label);
        }
    }
}
