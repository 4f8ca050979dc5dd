// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** Libraries and agents of others, which the build has put beside the jar. */
public final class Guests {

    private Guests() {}

    /** Returns a jar by its artifact's name. */
    public static Path jar(String artifact) {
        Path jar = Path.of(System.getProperty("clew.guests", "target/guests"), artifact + ".jar").toAbsolutePath();
        assertThat(Files.exists(jar)).as(jar + ", which the phase pre-integration-test provides").isTrue();
        return jar;
    }

    /** Returns the option that starts a JVM with an agent of others. */
    public static String agent(String artifact, String options) {
        return "-javaagent:" + jar(artifact) + (options.isEmpty() ? "" : "=" + options);
    }
}
