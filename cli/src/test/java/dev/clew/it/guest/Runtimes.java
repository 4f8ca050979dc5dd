// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.guest;

import dev.clew.it.harness.Finished;
import dev.clew.it.harness.Jdk;
import dev.clew.it.harness.Scratch;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Runtimes that were linked for one application. */
final class Runtimes {

    private static final Map<Jdk, Path> LINKED = new ConcurrentHashMap<>();

    private Runtimes() {}

    /** Returns {@code java} of a runtime with three modules; it is not there if the JDK can't link. */
    static Path linked(Jdk jdk) {
        return LINKED.computeIfAbsent(jdk, Runtimes::link);
    }

    private static Path link(Jdk jdk) {
        Path image = Scratch.directory("image").resolve("runtime");
        Finished.of(new ProcessBuilder(jdk.program("jlink"), "--add-modules",
                "java.base,java.instrument,java.logging", "--output", image.toString()));
        return image.resolve("bin/java");
    }
}
