// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Arrival;
import dev.clew.it.harness.Clew;
import dev.clew.it.harness.Finished;
import dev.clew.it.harness.Jdk;
import dev.clew.it.harness.Jdks;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Patience;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Scratch;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An application runs on whatever happens to Clew, and nobody sees Clew who did not ask. */
class CourtesyIT {

    private static final List<String> KINDS = List.of("startThread", "submitToPool", "callInPool", "executeInPool",
            "executeInSubclass", "submitToSubclass", "delay", "delayForLong", "repeat", "fork", "submitToForkJoin",
            "executeInCommonPool", "supply", "runOnCustomExecutor", "depend", "promise", "keepPromise", "time",
            "timeAgainAndAgain", "submitToHomemade",
            "executeInPlainExecutor", "submitToCompletionService");
    private static final List<String> ENDINGS = List.of("fail", "failSeen", "failExecuted", "failStage",
            "failPeriodically", "failUncaught", "failTimer", "cancelRunning", "cancelQueued", "cancelStage",
            "cancelPeriodic", "cancelTimerTask", "abandonTimerTask", "interrupt", "reject", "shutDown", "losePromise",
            "collect", "timeOut", "completeByAnother");
    private static final List<String> MODERN = List.of("startVirtual", "startUnnamed", "failVirtual",
            "interruptVirtual", "submitPerTask", "callPerTask", "executePerTask", "fork", "failScope");

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void nothingIsWrittenAndTheExitStatusIsTheApplications(Jdk jdk) {
        Launch launch = Launch.of(jdk, Sources.of("Bystander.java"), "Bystander").agent(Arrival.AT_START);
        Finished run = launch.finish("sum\nfailHere\n");
        assertThat(run.status()).isEqualTo(7);
        assertThat(run.out()).isEqualTo("""
                ready
                done sum 15
                done failHere threw java.lang.IllegalStateException: on purpose
                """);
        assertThat(run.err()).startsWith("java.lang.IllegalStateException: on purpose")
                .doesNotContainIgnoringCase("clew").doesNotContain("WARNING");
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void everyHookPassesTheVerifier(Setting setting) {
        everyHookPassesTheVerifier(setting, Sources.of("Kinds.java"), "Kinds", KINDS);
        everyHookPassesTheVerifier(setting, Sources.of("Endings.java"), "Endings", ENDINGS);
        if (setting.jdk().hasVirtualThreads()) {
            everyHookPassesTheVerifier(setting, Sources.of("Modern.java").preview(true), "Modern", MODERN);
        }
    }

    private static void everyHookPassesTheVerifier(Setting setting, Sources sources, String main, List<String> words) {
        try (Program program = Launch.of(setting, sources, main).jvm("-Xverify:all").start()) {
            words.forEach(program::tell);
            assertThat(Health.problems(program.watched())).isEmpty();
            assertThat(program.err()).noneMatch(line -> line.contains("VerifyError"));
        }
    }

    private static Stream<Arguments> uselessPlaces() {
        Path tooLong = Path.of("/tmp/" + "x".repeat(120));
        return Jdks.tested().stream().flatMap(jdk -> Stream.of(
                Arguments.of(jdk, "a file", file(), "is no directory"),
                Arguments.of(jdk, "a place where nothing can be made", Path.of("/proc/clew"), "can't make"),
                Arguments.of(jdk, "a directory that is open to others", open(), "chmod 700"),
                Arguments.of(jdk, "a path that is too long", tooLong, "too long")));
    }

    private static Path file() {
        try {
            return Files.createTempFile(Scratch.directory("file"), "a", "file");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path open() {
        Path open = Scratch.directory("open");
        assertThat(open.toFile().setReadable(true, false)).isTrue();
        return open;
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("uselessPlaces")
    void anApplicationRunsOnWhereClewCantListen(Jdk jdk, String place, Path directory, String part) throws IOException {
        Launch launch = Launch.of(jdk, Sources.of("Bystander.java"), "Bystander").agent(Arrival.AT_START)
                .sockets(directory);
        try (Program program = launch.startAnyway()) {
            assertThat(Patience.until(() -> !program.err().isEmpty())).isTrue();
            assertThat(program.tell("sum")).isEqualTo("15");
            assertThat(program.end()).isEqualTo(7);
            assertThat(program.err()).singleElement().asString().startsWith("clew: ").contains(part, "; ");
        }

        try (Program program = Launch.of(jdk, Sources.of("Bystander.java"), "Bystander").start()) {
            Clew.at(directory).attach(program.pid()).refused(1, part);
            assertThat(program.tell("sum")).isEqualTo("15");
            assertThat(program.complaints()).isEmpty();
            program.clew().attach(program.pid()).isFine();
            program.watched().expectTask().named("main").found();
        }
        Files.deleteIfExists(Path.of("/tmp/" + "x".repeat(120)));
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void optionsThatMeanNothingDoNotStopTheApplication(Jdk jdk) {
        Finished run = Launch.of(jdk, Sources.of("Bystander.java"), "Bystander").agent(Arrival.AT_START)
                .option("memory=lots").finish("sum\n");
        assertThat(run.status()).isEqualTo(7);
        assertThat(run.out()).isEqualTo("ready\ndone sum 15\n");
        assertThat(run.err().lines()).as(run.err()).hasSize(1).first().asString()
                .startsWith("clew: ").contains("memory=lots");
    }
}
