// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Calls a hook at the entry of a method of a library, and another one however it is left.
 *
 * <p>Nothing is assumed about the locals of the method after its entry: compilers of other languages and shrinkers use
 * them again for other things.
 */
final class Brackets extends MethodVisitor {

    /** What the method is. */
    enum Sort {
        /** An executor's {@code execute}. */
        EXECUTE,
        /** A timer task's {@code run}. */
        TIMER
    }

    private final Targets targets;
    private final Sort sort;
    private final Label start = new Label();
    private final Label end = new Label();

    Brackets(MethodVisitor next, Targets targets, Sort sort) {
        super(Opcodes.ASM9, next);
        this.targets = targets;
        this.sort = sort;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        super.visitVarInsn(Opcodes.ALOAD, 0);
        if (sort == Sort.EXECUTE) {
            super.visitVarInsn(Opcodes.ALOAD, 1);
        }
        invoke(sort == Sort.EXECUTE ? "PoolHooks.handed" : "TimerHooks.running");
        super.visitLabel(start);
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.RETURN) {
            invoke(sort == Sort.EXECUTE ? "PoolHooks.handedAll" : "TimerHooks.returned");
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitLabel(end);
        super.visitTryCatchBlock(start, end, end, null);
        super.visitFrame(Opcodes.F_NEW, 0, new Object[0], 1, new Object[] {"java/lang/Throwable"});
        if (sort == Sort.TIMER) {
            super.visitInsn(Opcodes.DUP);
        }
        invoke(sort == Sort.EXECUTE ? "PoolHooks.handedAll" : "TimerHooks.died");
        super.visitInsn(Opcodes.ATHROW);
        super.visitMaxs(maxStack, maxLocals);
    }

    private void invoke(String name) {
        Targets.Target target = targets.of(name);
        super.visitMethodInsn(Opcodes.INVOKESTATIC, target.owner(), target.name(), target.descriptor(), false);
    }
}
