// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo;

import dev.clew.monitor.Refusal;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The example programs of a source tree, built.
 *
 * @param home the root of the source tree
 */
public record Examples(Path home) {

    /**
     * Returns the examples of the source tree that the launcher runs from.
     *
     * @throws Refusal if this program does not run from one, or its examples are not built
     */
    public static Examples find() throws Refusal {
        String home = System.getProperty("clew.home");
        if (home == null) {
            throw Refusal.absent("the sample service is in Clew's source tree, not in its jar",
                    "run ./clew demo there, or clew run -- java ... to watch a program of yours");
        }
        var examples = new Examples(Path.of(home));
        if (!Files.isReadable(examples.jar()) || !Files.isDirectory(examples.libraries())) {
            throw Refusal.absent("the sample service is not built: no " + examples.jar(),
                    "run mvn -pl examples -am package in " + home);
        }
        return examples;
    }

    Path jar() {
        return home.resolve("examples/target/clew-examples.jar");
    }

    Path structured() {
        return home.resolve("examples/src/main/java25/com/example/harbor/structured/TripBooking.java");
    }

    String classPath() {
        return jar() + File.pathSeparator + libraries().resolve("*");
    }

    private Path libraries() {
        return home.resolve("examples/target/lib");
    }
}
