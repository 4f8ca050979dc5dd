// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Applies a subject to the bytes of its class. */
final class PatchedClass extends ClassVisitor {

    private final Subject subject;
    private final Targets targets;
    private final Map<String, Integer> maxLocals;
    private final Set<String> applied;
    private final Set<String> fields = new HashSet<>();
    private String owner;

    private PatchedClass(ClassVisitor next, Subject subject, Targets targets, Map<String, Integer> maxLocals,
            Set<String> applied) {
        super(Opcodes.ASM9, next);
        this.subject = subject;
        this.targets = targets;
        this.maxLocals = maxLocals;
        this.applied = applied;
    }

    /**
     * Returns the patched bytes.
     *
     * @param applied receives the names of the hooks that found their method
     */
    static byte[] of(byte[] original, Subject subject, Targets targets, Set<String> applied) {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new PatchedClass(writer, subject, targets, maxLocals(reader, subject), applied), 0);
        return writer.toByteArray();
    }

    /** Whether every field that a patch reads is there; inherited ones are the JDK's own and taken for granted. */
    private boolean readable(Patch patch) {
        for (Argument argument : patch.arguments()) {
            if (argument instanceof Argument.Field field && !field.inherited()
                    && !fields.contains(field.name() + field.descriptor())) {
                return false;
            }
        }
        return true;
    }

    /** Reads the patched methods alone: most of a class is copied as it is. */
    private static Map<String, Integer> maxLocals(ClassReader reader, Subject subject) {
        Map<String, Integer> found = new HashMap<>();
        reader.accept(new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
                    String[] exceptions) {
                return !subject.patches(name, descriptor) ? null : new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitMaxs(int maxStack, int maxLocals) {
                        found.put(name + descriptor, maxLocals);
                    }
                };
            }
        }, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return found;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        owner = name;
        super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        fields.add(name + descriptor);
        return super.visitField(access, name, descriptor, signature, value);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
            String[] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
            return next;
        }
        if (subject.replacesLock() && name.equals("<init>")) {
            next = new LockReplacement(next, owner, targets.threadRecord());
        }
        List<Patch> here = new ArrayList<>();
        for (Patch patch : subject.patches()) {
            if (patch.matches(name, descriptor) && readable(patch)) {
                here.add(patch);
            }
        }
        if (here.isEmpty()) {
            return next;
        }
        for (Patch patch : here) {
            applied.add(patch.hook());
        }
        MethodShape shape = MethodShape.of(owner, access, descriptor, maxLocals.getOrDefault(name + descriptor, 0));
        return new PatchedMethod(next, shape, here, targets);
    }
}
