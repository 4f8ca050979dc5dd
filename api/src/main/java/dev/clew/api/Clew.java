// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.api;

/**
 * Where an application speaks to Clew.
 *
 * <p><b>Threads</b>: any. <b>Cost</b>: without the agent, a field's load.
 */
public final class Clew {

    private Clew() {}

    /** Returns whether the agent watches this JVM now. */
    public static boolean isWatching() {
        return Door.isOpen();
    }

    /** Returns the objects that the application shows in the console. */
    public static Console console() {
        return Console.ONLY;
    }
}
