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

    /** What a method is, and the hooks that go with it. */
    enum Sort {
        /** An executor's {@code execute}. */
        EXECUTE("execute(Ljava/lang/Runnable;)V", 0, 1, "PoolHooks.handed", "PoolHooks.handedAll",
                "PoolHooks.handedAll", false),
        /** A timer task's {@code run}. */
        TIMER("run()V", 0, 0, "TimerHooks.running", "TimerHooks.returned", "TimerHooks.died", true),
        /** A pool's {@code beforeExecute}, which may not call the JDK's own. */
        BEFORE("beforeExecute(Ljava/lang/Thread;Ljava/lang/Runnable;)V", 2, 2, "PoolHooks.taking", null, null, false),
        /** A pool's {@code afterExecute}, which may not call the JDK's own. */
        AFTER("afterExecute(Ljava/lang/Runnable;Ljava/lang/Throwable;)V", 1, 2, "PoolHooks.done", null, null, false);

        private final String method;
        private final int firstArgument;
        private final int lastArgument;
        private final String entering;
        private final String returning;
        private final String throwing;
        private final boolean wantsError;

        Sort(String method, int firstArgument, int lastArgument, String entering, String returning, String throwing,
                boolean wantsError) {
            this.method = method;
            this.firstArgument = firstArgument;
            this.lastArgument = lastArgument;
            this.entering = entering;
            this.returning = returning;
            this.throwing = throwing;
            this.wantsError = wantsError;
        }

        /** Returns the sort of an instance method, or null if it is of none. */
        static Sort of(String method, boolean timerTask) {
            for (Sort sort : values()) {
                if (sort.method.equals(method) && (sort != TIMER || timerTask)) {
                    return sort;
                }
            }
            return null;
        }
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
        for (int argument = sort.firstArgument; argument <= sort.lastArgument; argument++) {
            super.visitVarInsn(Opcodes.ALOAD, argument);
        }
        invoke(sort.entering);
        super.visitLabel(start);
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.RETURN && sort.returning != null) {
            invoke(sort.returning);
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        if (sort.throwing != null) {
            super.visitLabel(end);
            super.visitTryCatchBlock(start, end, end, null);
            super.visitFrame(Opcodes.F_NEW, 0, new Object[0], 1, new Object[] {"java/lang/Throwable"});
            if (sort.wantsError) {
                super.visitInsn(Opcodes.DUP);
            }
            invoke(sort.throwing);
            super.visitInsn(Opcodes.ATHROW);
        }
        super.visitMaxs(maxStack, maxLocals);
    }

    private void invoke(String name) {
        Targets.Target target = targets.of(name);
        super.visitMethodInsn(Opcodes.INVOKESTATIC, target.owner(), target.name(), target.descriptor(), false);
    }
}
