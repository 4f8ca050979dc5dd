// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.AnalyzerAdapter;

/**
 * Brackets each call of {@code Runnable.run} with hooks: {@code starting(r); try { r.run(); } finally { done(r) }}.
 *
 * <p>The new exception handler and what follows it need stack map frames; an analyzer in front of this visitor tells
 * the types of locals and operands at the call.
 */
final class RunCalls extends MethodVisitor {

    private final Targets targets;
    private final int kept;
    private final List<Handler> originals = new ArrayList<>();
    private AnalyzerAdapter analyzer;

    private record Handler(Label start, Label end, Label at, String type) {}

    RunCalls(MethodVisitor next, Targets targets, int firstFreeLocal) {
        super(Opcodes.ASM9, next);
        this.targets = targets;
        this.kept = firstFreeLocal;
    }

    void follow(AnalyzerAdapter analyzer) {
        this.analyzer = analyzer;
    }

    static boolean isRun(int opcode, String owner, String name, String descriptor) {
        return opcode == Opcodes.INVOKEINTERFACE && owner.equals("java/lang/Runnable") && name.equals("run")
                && descriptor.equals("()V");
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (!isRun(opcode, owner, name, descriptor) || analyzer.locals == null || uninitialized()) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            return;
        }
        Object[] locals = frameLocals();
        Object[] stack = frameStack();
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        Label next = new Label();
        super.visitTryCatchBlock(start, end, handler, null);
        super.visitInsn(Opcodes.DUP);
        super.visitInsn(Opcodes.DUP);
        super.visitVarInsn(Opcodes.ASTORE, kept);
        invoke("PoolHooks.starting");
        super.visitLabel(start);
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        super.visitLabel(end);
        super.visitInsn(Opcodes.ACONST_NULL);
        done();
        super.visitJumpInsn(Opcodes.GOTO, next);
        super.visitLabel(handler);
        Object[] inHandler = withKept(locals);
        super.visitFrame(Opcodes.F_NEW, inHandler.length, inHandler, 1, new Object[] {"java/lang/Throwable"});
        super.visitInsn(Opcodes.DUP);
        done();
        super.visitInsn(Opcodes.ATHROW);
        super.visitLabel(next);
        super.visitFrame(Opcodes.F_NEW, locals.length, locals, stack.length, stack);
        super.visitInsn(Opcodes.NOP);
    }

    /** Holds the method's own handlers back: the JVM takes the first that fits, and ours must be met before them. */
    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        originals.add(new Handler(start, end, handler, type));
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        originals.forEach(own -> super.visitTryCatchBlock(own.start(), own.end(), own.at(), own.type()));
        super.visitMaxs(maxStack, maxLocals);
    }

    /** With the error or null on the stack. */
    private void done() {
        super.visitVarInsn(Opcodes.ALOAD, kept);
        super.visitInsn(Opcodes.SWAP);
        invoke("PoolHooks.done");
    }

    private boolean uninitialized() {
        for (Object local : analyzer.locals) {
            if (local == Opcodes.UNINITIALIZED_THIS || local instanceof Label) {
                return true;
            }
        }
        for (Object operand : analyzer.stack) {
            if (operand == Opcodes.UNINITIALIZED_THIS || operand instanceof Label) {
                return true;
            }
        }
        return false;
    }

    /** Returns the locals at the call, one entry for each value, as frames want them. */
    private Object[] frameLocals() {
        return compact(analyzer.locals);
    }

    /** Returns the operands below the receiver of the call. */
    private Object[] frameStack() {
        return compact(analyzer.stack.subList(0, analyzer.stack.size() - 1));
    }

    private static Object[] compact(List<Object> slots) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            Object type = slots.get(i);
            values.add(type);
            if (type == Opcodes.LONG || type == Opcodes.DOUBLE) {
                i++;
            }
        }
        return values.toArray();
    }

    private Object[] withKept(Object[] locals) {
        List<Object> all = new ArrayList<>(List.of(locals));
        int slots = 0;
        for (Object type : locals) {
            slots += type == Opcodes.LONG || type == Opcodes.DOUBLE ? 2 : 1;
        }
        for (; slots < kept; slots++) {
            all.add(Opcodes.TOP);
        }
        all.add("java/lang/Runnable");
        return all.toArray();
    }

    private void invoke(String name) {
        Targets.Target target = targets.of(name);
        super.visitMethodInsn(Opcodes.INVOKESTATIC, target.owner(), target.name(), target.descriptor(), false);
    }
}
