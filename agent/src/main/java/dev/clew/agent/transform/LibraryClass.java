// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.AnalyzerAdapter;

/** Puts hooks into a class of a library: its {@code execute}, its calls of {@code Runnable.run}, its timer task. */
final class LibraryClass extends ClassVisitor {

    /**
     * What a class has that calls for hooks.
     *
     * @param timerTask whether it extends TimerTask directly
     * @param maxLocals the methods to change, with the first local that each does not use
     */
    record Finding(boolean timerTask, Map<String, Integer> maxLocals) {
        boolean worthwhile() {
            return !maxLocals.isEmpty();
        }
    }

    private final Targets targets;
    private final Finding finding;
    private String owner;

    LibraryClass(ClassVisitor next, Targets targets, Finding finding) {
        super(Opcodes.ASM9, next);
        this.targets = targets;
        this.finding = finding;
    }

    /** Looks for methods to change. */
    static Finding look(ClassReader reader) {
        boolean timerTask = "java/util/TimerTask".equals(reader.getSuperName());
        Map<String, Integer> found = new HashMap<>();
        reader.accept(new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
                    String[] exceptions) {
                return new Look(found, name + descriptor, access, timerTask);
            }
        }, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new Finding(timerTask, found);
    }

    private static final class Look extends MethodVisitor {
        private final Map<String, Integer> found;
        private final String method;
        private boolean wanted;

        Look(Map<String, Integer> found, String method, int access, boolean timerTask) {
            super(Opcodes.ASM9);
            this.found = found;
            this.method = method;
            this.wanted = (access & Opcodes.ACC_STATIC) == 0 && Brackets.Sort.of(method, timerTask) != null;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            wanted |= RunCalls.isRun(opcode, owner, name, descriptor);
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            if (wanted) {
                found.put(method, maxLocals);
            }
        }
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        owner = name;
        super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
            String[] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        String method = name + descriptor;
        Integer maxLocals = finding.maxLocals().get(method);
        if (maxLocals == null || (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
            return next;
        }
        boolean instance = (access & Opcodes.ACC_STATIC) == 0;
        Brackets.Sort sort = instance ? Brackets.Sort.of(method, finding.timerTask()) : null;
        if (sort != null) {
            next = new Brackets(next, targets, sort);
        }
        RunCalls calls = new RunCalls(next, targets, maxLocals);
        AnalyzerAdapter analyzer = new AnalyzerAdapter(owner, access, name, descriptor, calls);
        calls.follow(analyzer);
        return analyzer;
    }
}
