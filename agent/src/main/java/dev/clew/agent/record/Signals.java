// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import java.lang.reflect.InvocationTargetException;

/** Raises signals in this process, through the JDK's own class for them. */
final class Signals {

    private Signals() {}

    /** Raises a signal given without {@code SIG}; false if there is none of that name. */
    static boolean raise(String name) {
        try {
            Class<?> type = Class.forName("jdk.internal.misc.Signal");
            Object signal = type.getConstructor(String.class).newInstance(name);
            type.getMethod("raise", type).invoke(null, signal);
            return true;
        } catch (InvocationTargetException unknown) {
            return false;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JVM has no way to raise signals: " + e, e);
        }
    }
}
