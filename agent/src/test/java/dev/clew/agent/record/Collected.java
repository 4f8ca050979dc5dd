// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import java.lang.ref.WeakReference;

/** Waits for the garbage collector. */
final class Collected {

    private Collected() {}

    /** Returns whether an object is collected, after as many collections as that may take. */
    static boolean soon(WeakReference<?> object) {
        for (int i = 0; i < 100 && !object.refersTo(null); i++) {
            System.gc();
        }
        return object.refersTo(null);
    }
}
