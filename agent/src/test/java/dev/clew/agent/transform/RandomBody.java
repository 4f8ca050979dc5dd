// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A random body of {@code Object call(Runnable, List)}: nested blocks of loops, conditionals, handlers and locks, with
 * locals of every type that change their type, and operands that wait on the stack while something runs.
 */
final class RandomBody {

    private static final int DEEPEST = 4;
    private static final int LOCALS = 12;
    private static final int FIRST_LOCAL = 2;

    private final SplittableRandom random;
    private final MethodVisitor code;
    private final List<Integer> counters = new ArrayList<>();
    private int budget = 60;

    RandomBody(SplittableRandom random, MethodVisitor code) {
        this.random = random;
        this.code = code;
    }

    void write() {
        block(0);
        Assembled.answer(code, "end");
    }

    private void block(int depth) {
        for (int i = random.nextInt(1, 6); i > 0 && budget-- > 0; i--) {
            switch (random.nextInt(depth < DEEPEST ? 9 : 5)) {
                case 0, 1 -> Assembled.run(code, 0);
                case 2 -> store();
                case 3 -> tell("step " + budget);
                case 4 -> operands();
                case 5 -> loop(depth);
                case 6 -> branch(depth);
                case 7 -> guard(depth);
                default -> lock(depth);
            }
        }
    }

    /** Puts a value of any type into a local that no loop counts in. */
    private void store() {
        int local = FIRST_LOCAL + random.nextInt(LOCALS);
        switch (random.nextInt(6)) {
            case 0 -> constant(7, Opcodes.ISTORE, local);
            case 1 -> constant(7L, Opcodes.LSTORE, local);
            case 2 -> constant(7.5, Opcodes.DSTORE, local);
            case 3 -> constant(7.5f, Opcodes.FSTORE, local);
            case 4 -> constant("seven", Opcodes.ASTORE, local);
            default -> {
                code.visitInsn(Opcodes.ACONST_NULL);
                code.visitVarInsn(Opcodes.ASTORE, local);
            }
        }
    }

    private void constant(Object value, int opcode, int local) {
        code.visitLdcInsn(value);
        code.visitVarInsn(opcode, local);
    }

    private void tell(String word) {
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitLdcInsn(word);
        code.visitMethodInsn(Opcodes.INVOKEINTERFACE, "java/util/List", "add", "(Ljava/lang/Object;)Z", true);
        code.visitInsn(Opcodes.POP);
    }

    /** Leaves operands of several types below the receiver, and throws to be rid of them. */
    private void operands() {
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> code.visitLdcInsn(8L);
                case 1 -> code.visitLdcInsn(8.5);
                case 2 -> code.visitLdcInsn("eight");
                default -> code.visitInsn(Opcodes.ACONST_NULL);
            }
        }
        code.visitLdcInsn("top");
        Assembled.run(code, 0);
        code.visitInsn(Opcodes.POP);
        tell("operands");
        Label from = new Label();
        Label to = new Label();
        code.visitTryCatchBlock(from, to, to, "java/lang/ArithmeticException");
        code.visitLabel(from);
        code.visitTypeInsn(Opcodes.NEW, "java/lang/ArithmeticException");
        code.visitInsn(Opcodes.DUP);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/ArithmeticException", "<init>", "()V", false);
        code.visitInsn(Opcodes.ATHROW);
        code.visitLabel(to);
        code.visitInsn(Opcodes.POP);
    }

    private void loop(int depth) {
        int counter = FIRST_LOCAL + LOCALS + 2 + counters.size();
        counters.add(counter);
        Label again = new Label();
        Label end = new Label();
        constant(random.nextInt(1, 4), Opcodes.ISTORE, counter);
        code.visitLabel(again);
        code.visitVarInsn(Opcodes.ILOAD, counter);
        code.visitJumpInsn(Opcodes.IFLE, end);
        block(depth + 1);
        code.visitIincInsn(counter, -1);
        code.visitJumpInsn(Opcodes.GOTO, again);
        code.visitLabel(end);
    }

    private void branch(int depth) {
        Label other = new Label();
        Label join = new Label();
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitMethodInsn(Opcodes.INVOKEINTERFACE, "java/util/List", "size", "()I", true);
        code.visitLdcInsn(random.nextInt(8));
        code.visitJumpInsn(Opcodes.IF_ICMPLT, other);
        block(depth + 1);
        if (random.nextInt(8) == 0) {
            Assembled.answer(code, "early");
        } else {
            code.visitJumpInsn(Opcodes.GOTO, join);
        }
        code.visitLabel(other);
        block(depth + 1);
        code.visitLabel(join);
    }

    private void guard(int depth) {
        Label from = new Label();
        Label to = new Label();
        Label handler = new Label();
        Label join = new Label();
        String type = random.nextBoolean() ? "java/lang/IllegalStateException" : null;
        code.visitLabel(from);
        tell("try");
        block(depth + 1);
        code.visitLabel(to);
        code.visitJumpInsn(Opcodes.GOTO, join);
        code.visitLabel(handler);
        if (random.nextInt(3) == 0) {
            tell("rethrown");
            code.visitInsn(Opcodes.ATHROW);
        } else {
            code.visitInsn(Opcodes.POP);
            tell("caught");
            block(depth + 1);
        }
        code.visitLabel(join);
        code.visitTryCatchBlock(from, to, handler, type);
    }

    private void lock(int depth) {
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitInsn(Opcodes.MONITORENTER);
        Label from = new Label();
        Label to = new Label();
        Label join = new Label();
        code.visitLabel(from);
        tell("locked");
        block(depth + 1);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitInsn(Opcodes.MONITOREXIT);
        code.visitLabel(to);
        code.visitJumpInsn(Opcodes.GOTO, join);
        Label handler = new Label();
        code.visitLabel(handler);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitInsn(Opcodes.MONITOREXIT);
        code.visitInsn(Opcodes.ATHROW);
        code.visitLabel(join);
        code.visitTryCatchBlock(from, to, handler, null);
    }
}
