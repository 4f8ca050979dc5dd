// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

/** When the agent comes into a program. */
public enum Arrival {

    /** With the JVM. */
    AT_START("attached at start"),

    /** Into the running JVM, before the program does anything. */
    LATE("attached late"),

    /** Not at all, unless a test brings it. */
    NEVER("not attached");

    private final String words;

    Arrival(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
