// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * The constant pool of a loaded class, and the annotations that refer to it, read without loading or running anything.
 *
 * <p><b>Cost</b>: a native call for each constant.
 */
final class ConstantPool {

    private static final String NATIVE = "jdk.internal.reflect.ConstantPool";
    private static final MethodHandle POOL = find(Class.class, "getConstantPool", named());
    private static final MethodHandle SIZE = find(named(), "getSize", int.class);
    private static final MethodHandle TAG = find(named(), "getTagAt", tag(), int.class);
    private static final MethodHandle TEXT = find(named(), "getUTF8At", String.class, int.class);
    private static final MethodHandle MEMBER = find(named(), "getMemberRefInfoAt", String[].class, int.class);
    private static final MethodHandle OF_CLASS = find(Class.class, "getRawAnnotations", byte[].class);
    private static final MethodHandle OF_METHOD = find(Method.class, "getAnnotationBytes", byte[].class);

    private final Object pool;

    private ConstantPool(Object pool) {
        this.pool = pool;
    }

    /** Whether this JDK keeps pools and annotations where they are looked for. */
    static boolean known() {
        return POOL != null && SIZE != null && TAG != null && TEXT != null && MEMBER != null && OF_CLASS != null
                && OF_METHOD != null;
    }

    /** Returns the pool of a class; null if it has none or this JDK keeps it elsewhere. */
    static ConstantPool of(Class<?> type) throws Throwable {
        Object pool = known() ? POOL.invoke(type) : null;
        return pool == null ? null : new ConstantPool(pool);
    }

    /** Returns whether a text is among the constants. */
    boolean names(String text) throws Throwable {
        int size = (int) SIZE.invoke(pool);
        for (int i = 1; i < size; i++) {
            if (tagOf(i).equals("UTF8") && text.equals(text(i))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the methods that the code of the class refers to: class, name and descriptor of each. */
    List<String[]> members() throws Throwable {
        List<String[]> members = new ArrayList<>();
        int size = (int) SIZE.invoke(pool);
        for (int i = 1; i < size; i++) {
            String tag = tagOf(i);
            if (tag.equals("METHODREF") || tag.equals("INTERFACEMETHODREF")) {
                members.add((String[]) MEMBER.invoke(pool, i));
            }
        }
        return members;
    }

    private String tagOf(int index) throws Throwable {
        Object tag = TAG.invoke(pool, index);
        return ((Enum<?>) tag).name();
    }

    private String text(int index) throws Throwable {
        return (String) TEXT.invoke(pool, index);
    }

    boolean isOn(Class<?> type, String annotation) throws Throwable {
        return isIn((byte[]) OF_CLASS.invoke(type), annotation);
    }

    boolean isOn(Method method, String annotation) throws Throwable {
        return isIn((byte[]) OF_METHOD.invoke(method), annotation);
    }

    /** Reads what the class file's attribute holds; JVMS 4.7.16. */
    private boolean isIn(byte[] annotations, String annotation) throws Throwable {
        if (annotations == null) {
            return false;
        }
        int count = u2(annotations, 0);
        int at = 2;
        for (int i = 0; i < count; i++) {
            if (annotation.equals(text(u2(annotations, at)))) {
                return true;
            }
            at = after(annotations, at);
        }
        return false;
    }

    /** Returns where an annotation ends. */
    private static int after(byte[] bytes, int annotation) {
        int pairs = u2(bytes, annotation + 2);
        int at = annotation + 4;
        for (int i = 0; i < pairs; i++) {
            at = afterValue(bytes, at + 2);
        }
        return at;
    }

    private static int afterValue(byte[] bytes, int value) {
        switch (bytes[value]) {
            case 'e':
                return value + 5;
            case '@':
                return after(bytes, value + 1);
            case '[':
                int count = u2(bytes, value + 1);
                int at = value + 3;
                for (int i = 0; i < count; i++) {
                    at = afterValue(bytes, at);
                }
                return at;
            default:
                return value + 3;
        }
    }

    private static int u2(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    private static MethodHandle find(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
        try {
            return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
                    .findVirtual(owner, name, MethodType.methodType(result, parameters));
        } catch (ReflectiveOperationException | RuntimeException missing) {
            return null;
        }
    }

    private static Class<?> named() {
        return named(NATIVE);
    }

    private static Class<?> tag() {
        return named(NATIVE + "$Tag");
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name, false, null);
        } catch (ClassNotFoundException missing) {
            return Void.class;
        }
    }
}
