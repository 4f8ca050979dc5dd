// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

/**
 * A stack of the application, not yet decoded.
 *
 * <p><b>Cost</b>: what the JVM charges for filling in a stack trace. An undecoded stack pins the classes on it, so
 * the recorder decodes it within a second and drops it.
 */
public final class Snapshot extends Throwable {

    private static final long serialVersionUID = 1;

    /** Takes the current thread's stack. */
    public Snapshot() {
        super(null, null, false, true);
    }
}
