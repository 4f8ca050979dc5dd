// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Makes a constructor of {@code java.lang.Thread} use a thread's record as its interrupt lock.
 *
 * <p>The object is only ever a monitor, so its class does not matter to the JVM; to Clew it is the way from a thread
 * to its record by one field load. The pattern is {@code this.interruptLock = new Object()}.
 */
final class LockReplacement extends MethodVisitor {

    private final String owner;
    private final String record;
    /** Instructions of the pattern that were held back: 0 none, 1 NEW, 2 NEW DUP, 3 NEW DUP INVOKESPECIAL. */
    private int held;

    LockReplacement(MethodVisitor next, String owner, String record) {
        super(Opcodes.ASM9, next);
        this.owner = owner;
        this.record = record;
    }

    private void release(String type) {
        int count = held;
        held = 0;
        if (count >= 1) {
            super.visitTypeInsn(Opcodes.NEW, type);
        }
        if (count >= 2) {
            super.visitInsn(Opcodes.DUP);
        }
        if (count >= 3) {
            super.visitMethodInsn(Opcodes.INVOKESPECIAL, type, "<init>", "()V", false);
        }
    }

    private void release() {
        release("java/lang/Object");
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        release();
        if (opcode == Opcodes.NEW && type.equals("java/lang/Object")) {
            held = 1;
        } else {
            super.visitTypeInsn(opcode, type);
        }
    }

    @Override
    public void visitInsn(int opcode) {
        if (held == 1 && opcode == Opcodes.DUP) {
            held = 2;
        } else {
            release();
            super.visitInsn(opcode);
        }
    }

    @Override
    public void visitMethodInsn(int opcode, String type, String name, String descriptor, boolean isInterface) {
        if (held == 2 && opcode == Opcodes.INVOKESPECIAL && type.equals("java/lang/Object")) {
            held = 3;
        } else {
            release();
            super.visitMethodInsn(opcode, type, name, descriptor, isInterface);
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String type, String name, String descriptor) {
        boolean lock = opcode == Opcodes.PUTFIELD && type.equals(owner)
                && (name.equals("interruptLock") || name.equals("blockerLock"));
        release(held == 3 && lock ? record : "java/lang/Object");
        super.visitFieldInsn(opcode, type, name, descriptor);
    }

    @Override
    public void visitVarInsn(int opcode, int index) {
        release();
        super.visitVarInsn(opcode, index);
    }

    @Override
    public void visitLdcInsn(Object value) {
        release();
        super.visitLdcInsn(value);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        release();
        super.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitIincInsn(int index, int increment) {
        release();
        super.visitIincInsn(index, increment);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        release();
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        release();
        super.visitMultiANewArrayInsn(descriptor, dimensions);
    }

    @Override
    public void visitJumpInsn(int opcode, Label to) {
        release();
        super.visitJumpInsn(opcode, to);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
        release();
        super.visitTableSwitchInsn(min, max, other, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
        release();
        super.visitLookupSwitchInsn(other, keys, labels);
    }

    @Override
    public void visitLabel(Label label) {
        release();
        super.visitLabel(label);
    }
}
