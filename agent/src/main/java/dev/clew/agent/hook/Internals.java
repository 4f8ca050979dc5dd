// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;

/** Finds classes and fields of the JVM by name; what a JVM does not have is null, and switches off what needs it. */
public final class Internals {

    private Internals() {}

    /** Returns a class of the JVM without initialising it, or null. */
    public static Class<?> named(String name) {
        try {
            return Class.forName(name, false, null);
        } catch (ClassNotFoundException missing) {
            return null;
        }
    }

    /** Returns a handle to a field that a class declares, or null; the owner may be null. */
    public static VarHandle field(Class<?> owner, String name) {
        if (owner == null) {
            return null;
        }
        try {
            for (Field declared : owner.getDeclaredFields()) {
                if (declared.getName().equals(name)) {
                    return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).unreflectVarHandle(declared);
                }
            }
            return null;
        } catch (IllegalAccessException closed) {
            return null;
        }
    }

    /** Returns a handle to a static method without parameters, or null. */
    static MethodHandle method(Class<?> owner, String name, Class<?> result) {
        try {
            return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
                    .findStatic(owner, name, MethodType.methodType(result));
        } catch (ReflectiveOperationException missing) {
            return null;
        }
    }

    /** Returns a handle to a field that reflection may hide, or null. */
    static VarHandle field(Class<?> owner, String name, Class<?> type) {
        if (owner == null) {
            return null;
        }
        try {
            return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).findVarHandle(owner, name, type);
        } catch (ReflectiveOperationException missing) {
            return null;
        }
    }
}
