// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Raises signals in this process, through the JDK's own class for them. */
final class Signals {

    private Signals() {}

    /** Raises a signal given without {@code SIG}; false if there is none of that name. */
    static boolean raise(String name) {
        try {
            Class<?> type = Class.forName("jdk.internal.misc.Signal");
            int number = (int) type.getMethod("getNumber")
                    .invoke(type.getConstructor(String.class).newInstance(name));
            Method raise = type.getDeclaredMethod("raise0", int.class);
            raise.setAccessible(true); // the public one refuses signals that no Java code handles
            raise.invoke(null, number);
            return true;
        } catch (InvocationTargetException unknown) {
            return false;
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalStateException("this JVM has no way to raise signals: " + e, e);
        }
    }
}
