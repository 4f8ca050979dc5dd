// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A JDK on this machine.
 *
 * @param home its directory, with every link resolved
 * @param feature its version, for example 17
 */
public record Jdk(Path home, int feature) {

    /** Returns the path of one of its programs, for example {@code javac}. */
    public String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** Returns whether it has virtual threads. */
    public boolean hasVirtualThreads() {
        return feature >= 21;
    }

    /** Returns whether it can link runtimes. */
    public boolean links() {
        return Files.isExecutable(home.resolve("bin/jlink")) && Files.isDirectory(home.resolve("jmods"));
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
