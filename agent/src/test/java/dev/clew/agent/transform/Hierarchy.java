// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.analysis.SimpleVerifier;

/** A verifier that reads superclasses from class files, loads nothing, and allows what it can not find. */
final class Hierarchy extends SimpleVerifier {

    private record Known(String superName, boolean isInterface, boolean found) {}

    private final Function<String, byte[]> files;
    private final Map<String, Known> known = new HashMap<>();

    Hierarchy(Function<String, byte[]> files) {
        super(Opcodes.ASM9, null, null, null, false);
        this.files = files;
    }

    private Known of(String name) {
        return known.computeIfAbsent(name, key -> {
            byte[] bytes = files.apply(key);
            if (bytes == null) {
                return new Known("java/lang/Object", false, false);
            }
            ClassReader reader = new ClassReader(bytes);
            return new Known(reader.getSuperName(), (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0, true);
        });
    }

    @Override
    protected boolean isInterface(Type type) {
        return type.getSort() == Type.OBJECT && of(type.getInternalName()).isInterface();
    }

    @Override
    protected Type getSuperClass(Type type) {
        String parent = type.getSort() == Type.ARRAY ? "java/lang/Object" : of(type.getInternalName()).superName();
        return parent == null ? null : Type.getObjectType(parent);
    }

    @Override
    protected boolean isAssignableFrom(Type to, Type from) {
        if (to.equals(from) || to.getInternalName().equals("java/lang/Object")) {
            return true;
        }
        if (to.getSort() == Type.ARRAY) {
            return from.getSort() == Type.ARRAY && to.getDimensions() == from.getDimensions()
                    && isAssignableFrom(to.getElementType(), from.getElementType());
        }
        return isInterface(to) || !of(to.getInternalName()).found()
                || from.getSort() == Type.OBJECT && inherits(from.getInternalName(), to);
    }

    private boolean inherits(String from, Type to) {
        for (String at = from; at != null; at = of(at).superName()) {
            if (at.equals(to.getInternalName()) || !of(at).found()) {
                return true;
            }
        }
        return false;
    }
}
