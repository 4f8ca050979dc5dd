// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

/**
 * A JVM on this machine.
 *
 * @param pid its process id
 * @param name the name it goes by
 * @param mainClass its main class or jar; null if it does not tell
 * @param jdk its JDK's version; null if it does not tell
 * @param watched {@code yes}, {@code no}, {@code silent} if it is but does not answer
 * @param clew the version of Clew in it; null if none
 * @param socket where it listens; null if it does not
 * @param address where it listens by TCP; null if it does not
 */
public record Jvm(long pid, String name, String mainClass, String jdk, String watched, String clew, String socket,
        String address) {}
