// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Where a method keeps its arguments.
 *
 * @param owner the class, as in class files
 * @param isStatic whether it has no {@code this}
 * @param parameters the types of its parameters
 * @param maxLocals the first local that the method does not use
 */
record MethodShape(String owner, boolean isStatic, Type[] parameters, int maxLocals) {

    static MethodShape of(String owner, int access, String descriptor, int maxLocals) {
        return new MethodShape(owner, (access & Opcodes.ACC_STATIC) != 0, Type.getArgumentTypes(descriptor),
                maxLocals);
    }

    Type type(int parameter) {
        return parameters[parameter];
    }

    int slot(int parameter) {
        int slot = isStatic ? 0 : 1;
        for (int i = 0; i < parameter; i++) {
            slot += parameters[i].getSize();
        }
        return slot;
    }

    /** Returns the types of {@code this} and the parameters as a stack map frame names them. */
    Object[] argumentTypes() {
        List<Object> types = new ArrayList<>();
        if (!isStatic) {
            types.add(owner);
        }
        for (Type type : parameters) {
            types.add(frameType(type));
        }
        return types.toArray();
    }

    private static Object frameType(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> Opcodes.INTEGER;
            case Type.LONG -> Opcodes.LONG;
            case Type.FLOAT -> Opcodes.FLOAT;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            default -> type.getInternalName();
        };
    }
}
