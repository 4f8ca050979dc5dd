// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the calls of hooks into one method.
 *
 * <p><b>Cost</b>: it runs while the JVM starts and interprets it, so it has neither lambdas nor comparisons of records,
 * for each of which the JVM would first make a class.
 */
final class PatchedMethod extends MethodVisitor {

    private static final String FUTURE = "java/util/concurrent/CompletableFuture";

    private final MethodShape shape;
    private final List<Patch> patches;
    private final Targets targets;
    private final Label start = new Label();
    private final Label end = new Label();
    private final Set<Label> handlers = new HashSet<>();
    private boolean atHandler;
    private boolean relayed;

    PatchedMethod(MethodVisitor next, MethodShape shape, List<Patch> patches, Targets targets) {
        super(Opcodes.ASM9, next);
        this.shape = shape;
        this.patches = patches;
        this.targets = targets;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        callAll(Site.Entry.class);
        super.visitLabel(start);
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            callAll(Site.Exit.class);
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitTryCatchBlock(Label from, Label to, Label handler, String type) {
        if ("java/lang/Throwable".equals(type)) {
            handlers.add(handler);
        }
        super.visitTryCatchBlock(from, to, handler, type);
    }

    @Override
    public void visitLabel(Label label) {
        super.visitLabel(label);
        atHandler = handlers.contains(label);
    }

    @Override
    public void visitFrame(int type, int numLocal, Object[] local, int numStack, Object[] stack) {
        super.visitFrame(type, numLocal, local, numStack, stack);
        if (atHandler) {
            atHandler = false;
            callAll(Site.Catching.class);
        }
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        int remembered = remember(owner, name);
        for (Patch patch : patches) {
            if (patch.site() instanceof Site.Before before && before.owner().equals(owner)
                    && before.name().equals(name)) {
                call(patch, -1);
            }
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        for (Patch patch : patches) {
            if (patch.site() instanceof Site.After after && after.owner().equals(owner) && after.name().equals(name)) {
                call(patch, remembered);
            }
        }
        noteCompletion(owner, name, descriptor);
    }

    /** Keeps a copy of the receiver in a new local if a hook after the call wants it. */
    private int remember(String owner, String name) {
        for (Patch patch : patches) {
            if (patch.site() instanceof Site.After after && after.owner().equals(owner) && after.name().equals(name)
                    && remembers(patch)) {
                super.visitInsn(Opcodes.DUP);
                super.visitVarInsn(Opcodes.ASTORE, shape.maxLocals());
                return shape.maxLocals();
            }
        }
        return -1;
    }

    private static boolean remembers(Patch patch) {
        for (Argument argument : patch.arguments()) {
            if (argument instanceof Argument.Remembered) {
                return true;
            }
        }
        return false;
    }

    private void noteCompletion(String owner, String name, String descriptor) {
        if (owner.equals(FUTURE) && name.startsWith("encode")) {
            relayed = name.equals("encodeRelay") || Type.getArgumentTypes(descriptor).length == 2;
        }
        boolean swap = owner.equals("java/lang/invoke/VarHandle") && name.equals("compareAndSet")
                && descriptor.startsWith("(L" + FUTURE + ";") && !descriptor.contains("$Completion;");
        if (swap) {
            for (Patch patch : patches) {
                if (patch.site() instanceof Site.Completing) {
                    super.visitInsn(Opcodes.DUP);
                    super.visitVarInsn(Opcodes.ALOAD, 0);
                    super.visitInsn(relayed ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
                    invoke(patch.target());
                }
            }
            relayed = false;
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        boolean completes = opcode == Opcodes.PUTFIELD && owner.equals(FUTURE) && name.equals("result")
                && any(Site.Completing.class);
        if (!completes) {
            super.visitFieldInsn(opcode, owner, name, descriptor);
            return;
        }
        super.visitInsn(Opcodes.DUP2);
        super.visitFieldInsn(opcode, owner, name, descriptor);
        super.visitInsn(Opcodes.POP);
        super.visitInsn(relayed ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
        invoke("CompletionHooks.completed");
        relayed = false;
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        if (any(Site.Throwing.class)) {
            super.visitLabel(end);
            super.visitTryCatchBlock(start, end, end, null);
            Object[] locals = shape.argumentTypes();
            super.visitFrame(Opcodes.F_FULL, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
            super.visitVarInsn(Opcodes.ASTORE, shape.maxLocals());
            for (Patch patch : patches) {
                if (patch.site() instanceof Site.Throwing) {
                    call(patch, shape.maxLocals());
                }
            }
            super.visitVarInsn(Opcodes.ALOAD, shape.maxLocals());
            super.visitInsn(Opcodes.ATHROW);
        }
        super.visitMaxs(maxStack, maxLocals);
    }

    private void callAll(Class<? extends Site> site) {
        for (Patch patch : patches) {
            if (site.isInstance(patch.site())) {
                call(patch, -1);
            }
        }
    }

    private void call(Patch patch, int kept) {
        for (Argument argument : patch.arguments()) {
            load(argument, kept);
        }
        invoke(patch.target());
    }

    private void load(Argument argument, int kept) {
        if (argument instanceof Argument.This) {
            super.visitVarInsn(Opcodes.ALOAD, 0);
        } else if (argument instanceof Argument.Parameter parameter) {
            super.visitVarInsn(shape.type(parameter.index()).getOpcode(Opcodes.ILOAD), shape.slot(parameter.index()));
        } else if (argument instanceof Argument.Field field) {
            super.visitVarInsn(Opcodes.ALOAD, 0);
            super.visitFieldInsn(Opcodes.GETFIELD, shape.owner(), field.name(), field.descriptor());
        } else if (argument instanceof Argument.Result || argument instanceof Argument.Top) {
            super.visitInsn(Opcodes.DUP);
        } else if (argument instanceof Argument.TopTwo) {
            super.visitInsn(Opcodes.DUP2);
        } else if (argument instanceof Argument.Constant constant) {
            super.visitInsn(constant.value() ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
        } else {
            super.visitVarInsn(Opcodes.ALOAD, kept);
        }
    }

    private void invoke(String name) {
        Targets.Target target = targets.of(name);
        super.visitMethodInsn(Opcodes.INVOKESTATIC, target.owner(), target.name(), target.descriptor(), false);
    }

    private boolean any(Class<? extends Site> site) {
        for (Patch patch : patches) {
            if (site.isInstance(patch.site())) {
                return true;
            }
        }
        return false;
    }
}
