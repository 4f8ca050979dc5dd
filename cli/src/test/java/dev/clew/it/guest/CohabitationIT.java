// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clew.it.harness.Arrival;
import dev.clew.it.harness.Clew;
import dev.clew.it.harness.Finished;
import dev.clew.it.harness.Guests;
import dev.clew.it.harness.Jdk;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Scratch;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import dev.clew.it.harness.Watched;
import dev.clew.model.Kind;
import dev.clew.model.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clew lives beside an application's own libraries, beside other agents, and in runtimes that lack modules. */
class CohabitationIT {

    private static final List<Path> LIBRARIES =
            Stream.of("asm", "jline", "picocli", "avaje-json-core").map(Guests::jar).toList();
    private static final Sources GUEST = Sources.of("Guest.java").using(LIBRARIES);

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void anApplicationSeesItsOwnLibrariesAndNoneOfClews(Setting setting) {
        try (Program program = Launch.of(setting, GUEST, "Guest").start()) {
            program.watched().expectTask().named("main").found();
            assertThat(program.tell("origin org.objectweb.asm.ClassWriter")).endsWith("/asm.jar");
            assertThat(program.tell("origin org.jline.terminal.TerminalBuilder")).endsWith("/jline.jar");
            assertThat(program.tell("origin picocli.CommandLine")).endsWith("/picocli.jar");
            assertThat(program.tell("origin io.avaje.json.JsonAdapter")).endsWith("/avaje-json-core.jar");
            assertThat(program.tell("absent dev.clew.model.Task")).isEqualTo("absent");
            assertThat(program.tell("absent dev.clew.agent.Agent")).isEqualTo("absent");
            assertThat(program.tell("use")).isEqualTo("4.6.2 true");
            assertThat(program.end()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void anAgentThatCameBeforeWorksOn(Setting setting) {
        Path report = Scratch.directory("jacoco").resolve("exec");
        Launch launch = Launch.of(setting, GUEST, "Guest")
                .jvm(Guests.agent("org.jacoco.agent-runtime", "destfile=" + report));
        assertBothWork(launch, report);
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#atStart")
    void anAgentThatCameAfterWorksOn(Setting setting) {
        Path report = Scratch.directory("jacoco").resolve("exec");
        Launch launch = Launch.of(setting, GUEST, "Guest")
                .jvmAfter(Guests.agent("org.jacoco.agent-runtime", "destfile=" + report));
        assertBothWork(launch, report);
    }

    private static void assertBothWork(Launch launch, Path report) {
        try (Program program = launch.start()) {
            assertThat(program.tell("use")).isEqualTo("4.6.2 true");
            Watched watched = program.watched();
            watched.expectEnding().kind(Kind.FUTURE).named("supplyAsync").createdBy("main")
                    .originFrame("Guest.use").once();
            assertThat(Health.problems(watched)).isEmpty();
            assertThat(program.end()).isEqualTo(7);
            assertThat(report).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void openTelemetrysAgentWorksOn(Setting setting) {
        Launch launch = Launch.of(setting, Sources.of("Kinds.java"), "Kinds")
                .jvm(Guests.agent("opentelemetry-javaagent", ""), "-Dotel.traces.exporter=none",
                        "-Dotel.metrics.exporter=none", "-Dotel.logs.exporter=none", "-Dotel.javaagent.logging=none");
        try (Program program = launch.start()) {
            Watched watched = program.watched();
            for (String command : List.of("executeInPool", "submitToPool", "supply", "submitToForkJoin", "delay")) {
                program.tell(command);
            }
            watched.expectTask().named("Submitted").createdBy("main").originFrame("Kinds.submitToPool")
                    .state(State.WAITING).found();
            watched.expectTask().named("Supplied").kind(Kind.FUTURE).createdBy("main").found();
            assertThat(Health.problems(watched)).isEmpty();
            assertThat(program.end()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void aLinkedRuntimeThatLacksMostModulesIsWatched(Setting setting) {
        Path java = Runtimes.linked(setting.jdk());
        assumeTrue(Files.isExecutable(java), () -> "jlink of " + setting.jdk() + " has no modules to link from");
        try (Program program = Launch.of(setting, Sources.of("Kinds.java"), "Kinds").java(java).start()) {
            program.tell("submitToPool");
            program.watched().expectTask().named("Submitted").kind(Kind.POOL).createdBy("main").once();
            assertThat(Health.problems(program.watched())).isEmpty();
            program.clew().ask(program.pid(), "ps").isFine();
            program.clew().run("detach", Long.toString(program.pid())).isFine();
            assertThat(program.end()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void theJarOnTheClassPathBringsNoLibraries(Jdk jdk) {
        Finished run = Launch.of(jdk, Sources.of("Quarrel.java").using(List.of(Clew.jar())),
                "Quarrel").agent(Arrival.AT_START).finish("crowd 3\n");
        assertThat(run.out()).isEqualTo("ready\ndone crowd 3 \n");
        assertThat(run.isFine().err()).isEmpty();
    }
}
