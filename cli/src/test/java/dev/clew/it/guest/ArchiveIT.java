// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clew.it.harness.Clew;
import dev.clew.it.harness.Finished;
import dev.clew.it.harness.Jdk;
import dev.clew.it.harness.Jdks;
import dev.clew.it.harness.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JVM goes on taking its classes from archives when the agent is there. */
class ArchiveIT {

    private static final Path DIRECTORY = Scratch.directory("archive");

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void theJvmKeepsItsOwnArchive(Jdk jdk) throws IOException {
        Set<String> alone = readyMade(jdk, List.of());
        assertThat(alone).contains("java.lang.Thread", "java.util.HashMap").hasSizeGreaterThan(200);

        assertThat(readyMade(jdk, List.of(agent()))).containsAll(alone);
    }

    @Test
    void aCacheServesTheAgentIfItWasTrainedWithTheModuleOfAgents() throws IOException {
        Optional<Jdk> jdk = Jdks.of(25);
        assumeTrue(jdk.isPresent());
        String module = "--add-modules=java.instrument";
        Path cache = DIRECTORY.resolve("app.aot");
        Finished training = run(jdk.get(), List.of(module, "-XX:AOTCacheOutput=" + cache));
        assertThat(training.status()).as(training.out() + training.err()).isZero();

        String use = "-XX:AOTCache=" + cache;
        Set<String> alone = readyMade(jdk.get(), List.of(module, use));
        assertThat(alone).contains("dev.clew.agent.entry.Start");
        assertThat(readyMade(jdk.get(), List.of(agent(), use))).containsAll(alone);
    }

    @Test
    void theAgentStaysOutOfATrainingRun() {
        Optional<Jdk> jdk = Jdks.of(25);
        assumeTrue(jdk.isPresent());
        Path cache = DIRECTORY.resolve("watched.aot");
        Finished training = run(jdk.get(), List.of(agent(), "-XX:AOTCacheOutput=" + cache));
        assertThat(training.status()).as(training.out() + training.err()).isZero();
        assertThat(training.err()).contains("clew: not watching: ", "this JVM records an archive of its classes");
        assertThat(cache).isNotEmptyFile();
    }

    private static String agent() {
        return "-javaagent:" + Clew.jar() + "=dir=" + Scratch.directory("s");
    }

    /** Returns the names of the classes that a small program takes from an archive. */
    private static Set<String> readyMade(Jdk jdk, List<String> options) throws IOException {
        Path log = Files.createTempFile(DIRECTORY, "classes", ".log");
        List<String> all = new ArrayList<>(List.of("-Xlog:class+load:file=" + log));
        all.addAll(options);
        run(jdk, all).isFine();
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("source: shared objects file"))
                    .map(line -> line.replaceAll("^\\[.*] *| source: .*", "")).filter(name -> !name.contains("/"))
                    .collect(Collectors.toSet());
        }
    }

    /** Has the jar tell its version: a cache wants a jar on the class path, and this one is there. */
    private static Finished run(Jdk jdk, List<String> options) {
        List<String> command = new ArrayList<>(List.of(jdk.program("java"), "-Xmx128m"));
        command.addAll(options);
        command.addAll(List.of("-cp", Clew.jar().toString(), "dev.clew.agent.entry.Start", "version"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("CLEW_") || name.endsWith("_OPTIONS"));
        return Finished.of(builder);
    }
}
