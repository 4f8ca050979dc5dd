// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import dev.clew.monitor.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one jar: program and agent. */
final class AgentJar {

    private AgentJar() {}

    /** Returns its path, which whoever started this program has told. */
    static Path path() throws Refusal {
        String jar = System.getProperty("clew.jar");
        if (jar == null || !Files.isReadable(Path.of(jar))) {
            throw Refusal.absent("this program does not run from its jar", "start it with the script clew");
        }
        return Path.of(jar).toAbsolutePath().normalize();
    }
}
