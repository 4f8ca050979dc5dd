// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Small classes that are written instruction by instruction, as no Java compiler would. */
final class Assembled {

    static final String NAME = "com/example/Assembled";
    static final String RUNNABLE = "java/lang/Runnable";

    private Assembled() {}

    /** Returns a class with one static method {@code Object call(Runnable, List)}. */
    static byte[] method(int version, Consumer<MethodVisitor> body) {
        return type(version, Opcodes.ACC_PUBLIC, "java/lang/Object", writer -> {
            MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "call",
                    "(Ljava/lang/Runnable;Ljava/util/List;)Ljava/lang/Object;", null, null);
            body(code, body);
        });
    }

    /** Returns a class with whatever is written into it. */
    static byte[] type(int version, int access, String superName, Consumer<ClassWriter> members) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(version, access, NAME, null, superName, null);
        members.accept(writer);
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** Writes the body of a method. */
    static void body(MethodVisitor code, Consumer<MethodVisitor> body) {
        code.visitCode();
        body.accept(code);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    /** Runs the Runnable in a local. */
    static void run(MethodVisitor code, int local) {
        code.visitVarInsn(Opcodes.ALOAD, local);
        code.visitMethodInsn(Opcodes.INVOKEINTERFACE, RUNNABLE, "run", "()V", true);
    }

    /** Returns a string. */
    static void answer(MethodVisitor code, String word) {
        code.visitLdcInsn(word);
        code.visitInsn(Opcodes.ARETURN);
    }
}
