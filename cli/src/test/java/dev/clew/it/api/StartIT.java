// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Arrival;
import dev.clew.it.harness.Clew;
import dev.clew.it.harness.Jdk;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Scratch;
import dev.clew.it.harness.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application brings Clew itself, or goes on without. */
class StartIT {

    private static final String TESTED = "dev.clew.it.harness.Jdks#tested";
    private static final String ITSELF = "-Djdk.attach.allowAttachSelf=true";
    private static final String QUIET = "-XX:+EnableDynamicAgentLoading";
    private static final String WARNING = "Clew does not watch this process: ";

    private static Launch launch(Jdk jdk, Path sockets) {
        return Launch.of(jdk, Guide.program(), "Guided").sockets(sockets).by("env", "CLEW_DIR=" + sockets);
    }

    private static Launch launch(Jdk jdk) {
        return launch(jdk, Scratch.directory("s")).jvm("-Dclew.agent=" + Clew.jar());
    }

    @ParameterizedTest
    @MethodSource(TESTED)
    void servicesAreAskedByTheNamesThatTheyTake(Jdk jdk) {
        Path sockets = Scratch.directory("s");
        String jar = "-Dclew.agent=" + Clew.jar();
        try (Program shop = launch(jdk, sockets).jvm(jar).start();
                Program store = launch(jdk, sockets).jvm(jar, ITSELF, QUIET).start()) {
            shop.tell("shop");
            assertThat(store.tell("start name=st%6Fre,memory=32m")).isEqualTo("true without a problem");
            assertThat(shop.clew().run("list").isFine().out().lines())
                    .anyMatch(line -> line.matches(" *" + shop.pid() + " +shop +Guided .* yes"))
                    .anyMatch(line -> line.matches(" *" + store.pid() + " +store +Guided .* yes"));
            assertThat(shop.clew().run("-p", "shop", "status").isFine().out()).contains("process " + shop.pid());
            assertThat(shop.clew().run("-p", "store", "status").isFine().out()).contains("process " + store.pid());
            shop.clew().run("-p", "stall", "status").refused(1, "stall");
            assertThat(shop.complaints()).isEmpty();
            assertThat(shop.err()).hasSize(jdk.feature() >= 21 ? 4 : 0);
            assertThat(store.err()).isEmpty();

            shop.tell("shut");
            assertThat(store.tell("close")).isEqualTo("false");
            assertThat(sockets).isEmptyDirectory();
            assertThat(shop.tell("sum")).isEqualTo("3");
            assertThat(store.tell("start name=again")).isEqualTo("true without a problem");
            assertThat(store.clew().run("-p", "again", "ps").isFine().out()).contains("main");
            assertThat(store.err()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(TESTED)
    void findsTheJarOfTheAgent(Jdk jdk) throws IOException {
        Path none = Scratch.directory("s");
        starts(launch(jdk, none).by("env", "CLEW_JAR=" + Clew.jar()), "start name=shop");
        starts(launch(jdk, none), "start agent=" + Clew.jar());
        for (Sources sources : List.of(Guide.withTheAgent(), Guide.besideTheAgent())) {
            starts(Launch.of(jdk, sources, "Guided").by("env", "CLEW_DIR=" + none).sockets(none), "start name=shop");
        }
    }

    private static void starts(Launch launch, String command) {
        try (Program program = launch.start()) {
            assertThat(program.tell(command)).isEqualTo("true without a problem");
            assertThat(program.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(TESTED)
    void goesOnWithoutTheAgent(Jdk jdk) {
        String nowhere = Scratch.directory("nowhere").resolve("clew.jar").toString();
        try (Program program = launch(jdk, Scratch.directory("s")).start()) {
            without(program, "", "there is no clew.jar: put it on the class path or beside the jar of the api");
            without(program, "agent=" + nowhere, nowhere + " is not the jar of Clew's agent");
            without(program, "nonsense", "\"nonsense\" is no option; write key=value");
            without(program, "memory=much,agent=" + Clew.jar(), "memory");
            program.tell("deliver 17");
            program.tell("offer");
            assertThat(program.tell("sum")).isEqualTo("3");
            assertThat(program.runs()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource(TESTED)
    void goesOnWhereNobodyMayAttach(Jdk jdk) {
        for (String closed : List.of("-XX:+DisableAttachMechanism", "-XX:-EnableDynamicAgentLoading")) {
            for (String itself : List.of(ITSELF, "-Djdk.attach.allowAttachSelf=false")) {
                try (Program program = launch(jdk).jvm(closed, itself).start()) {
                    without(program, "name=shop", "");
                    assertThat(program.tell("sum")).isEqualTo("3");
                }
            }
        }
    }

    /** Has a program start Clew in vain; says so once, in one line, and to the caller. */
    private static void without(Program program, String options, String reason) {
        int before = warnings(program).size();
        String said = program.tell("start " + (options.isEmpty() ? "," : options));
        assertThat(said).startsWith("false ").contains(reason);
        assertThat(warnings(program)).hasSize(before + 1).last().asString()
                .endsWith(WARNING + said.substring("false ".length()));
        assertThat(program.tell("close")).isEqualTo("false");
    }

    private static List<String> warnings(Program program) {
        return program.err().stream().filter(line -> line.contains(WARNING)).toList();
    }

    @ParameterizedTest
    @MethodSource(TESTED)
    void anAgentThatWasThereBeforeTakesANameAndStays(Jdk jdk) {
        try (Program program = launch(jdk).agent(Arrival.AT_START).start()) {
            assertThat(program.tell("start name=shop")).isEqualTo("true without a problem");
            assertThat(program.complaints()).isEmpty();
            program.clew().run("-p", "shop", "ps").isFine();
            assertThat(program.tell("start name=store,memory=1m")).startsWith("true");
            assertThat(program.complaints()).last().asString().contains("Clew was there before: ",
                    "name=store is not taken, because the process is named shop", "memory=1m is not taken");
            assertThat(program.tell("close")).isEqualTo("true");
            assertThat(program.tell("close")).isEqualTo("true");
            program.clew().run("-p", "shop", "ps").isFine();
        }
    }
}
