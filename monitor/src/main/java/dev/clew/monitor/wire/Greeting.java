// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

/**
 * The first line that a server sends.
 *
 * @param clew Clew's version in the target
 * @param protocol the protocol's version
 * @param pid the target's process id
 * @param name the target's name
 * @param mainClass the target's main class or jar
 * @param jdk the target's {@code java.runtime.version}
 */
public record Greeting(String clew, int protocol, long pid, String name, String mainClass, String jdk) {

    /** The version of the protocol that this code speaks. */
    public static final int PROTOCOL = 1;
}
