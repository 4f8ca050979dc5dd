// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.guest;

/** The base of every comparison: an agent that does nothing. */
public final class EmptyAgent {

    private EmptyAgent() {}

    /** Enters at the start of a JVM. */
    public static void premain(String arguments) {}

    /** Enters a running JVM. */
    public static void agentmain(String arguments) {}
}
