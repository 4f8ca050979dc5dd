// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.Clew;
import dev.clew.it.harness.Arrival;
import dev.clew.it.harness.Jdk;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Patience;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Scratch;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import dev.clew.it.harness.Watched;
import dev.clew.model.Task;
import dev.clew.model.answer.CommandAnswer;
import dev.clew.model.answer.TaskList;
import dev.clew.monitor.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an application says to Clew in its own code, whoever comes first, the agent or the api. */
class InsideIT {

    private static final Path API = Path.of(Clew.class.getProtectionDomain().getCodeSource().getLocation().getPath());

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void labelsAndNamesAreShownFilteredAndKept(Setting setting) throws IOException {
        try (Program program = Launch.of(setting, sources(), "Inside").start()) {
            program.tell("order 17");
            program.tell("order 170");
            Watched watched = program.watched();

            Task order = list(watched, new Question.Ps(null, List.of(), List.of(), null, 0, false, false, true,
                    "label:order=17", null));
            assertThat(order.name()).isEqualTo("billing 17");
            assertThat(order.labels()).isEqualTo(Map.of("order", "17"));
            assertThat(program.clew().ask(program.pid(), "where", Long.toString(order.id())).isFine().out())
                    .contains("`billing 17`", "Labels: order=17");

            program.tell("open order17");
            assertThat(watched.expectEnding().named("billing 17").once().labels()).isEqualTo(Map.of("order", "17"));
            assertThat(program.clew().ask(program.pid(), "pt", "label:order=17").isFine().out())
                    .contains("billing 17", "order=17").doesNotContain("order=170");
        }
    }

    private static Task list(Watched watched, Question question) {
        List<Task> tasks = watched.ask(TaskList.class, question).tasks();
        assertThat(tasks).hasSize(1);
        return tasks.get(0);
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void commandsOfTheApplicationALibraryAndAnotherLoaderAnswer(Setting setting) throws IOException {
        try (Program program = Launch.of(setting, sources(), "Inside").start()) {
            program.tell("copy");
            var clew = program.clew();
            long pid = program.pid();

            assertThat(clew.ask(pid, "orders", "--csv").isFine().out()).isEqualTo("id,customer\n17,acme\n18,Harbor\n");
            assertThat(clew.ask(pid, "library").isFine().out()).isEqualTo("hello from the library\n");
            assertThat(clew.ask(pid, "other").isFine().out()).isEqualTo("from another loader\n");
            assertThat(clew.ask(pid, "help").isFine().out())
                    .contains("fail", "hang", "library", "orders", "other", "command ps is left out");
            assertThat(program.watched().ask(CommandAnswer.class, new Question.Run("orders", List.of("--"), true)).rows())
                    .first().isEqualTo(Map.of("id", 17L, "customer", "acme"));
            clew.ask(pid, "ordres").refused(2, "did you mean orders?");
            Path audit = program.sockets().resolve(pid + ".audit");
            assertThat(audit).doesNotExist();
            clew.ask(pid, "fail").refused(1, "java.lang.IllegalStateException: no db, at Inside.");
            assertThat(Files.readString(audit)).contains("{\"command\":\"fail\"");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void aCommandThatHangsIsToldShownAndHoldsUpNobody(Setting setting) throws IOException {
        try (Program program = Launch.of(setting, sources(), "Inside").start()) {
            program.clew().ask(program.pid(), "hang").refused(1, "is not over within 300 ms");

            assertThat(program.clew().ask(program.pid(), "ps", "command hang").isFine().out()).contains("command hang");
            assertThat(program.clew().ask(program.pid(), "library").isFine().out()).contains("hello");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void whatTheApplicationHasSaidIsThereForTheNextAgentToo(Setting setting) throws IOException {
        try (Program program = Launch.of(setting, sources(), "Inside").start()) {
            program.clew().ask(program.pid(), "detach").isFine();
            assertThat(Patience.until(() -> !Files.exists(program.socket()))).isTrue();
            program.tell("order 1");
            assertThat(Patience.until(() -> program.clew().attach(program.pid()).status() == 0)).isTrue();

            assertThat(program.clew().ask(program.pid(), "orders").isFine().out()).contains("acme");
            program.tell("order 2");
            assertThat(program.clew().ask(program.pid(), "ps", "label:order").isFine().out()).contains("billing 2");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void comesByAnotherProcessAndLeavesAgain(Jdk jdk) throws IOException {
        startsFromInside(jdk, List.of());
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void comesByItselfWhereTheJvmAllowsIt(Jdk jdk) throws IOException {
        startsFromInside(jdk, List.of("-Djdk.attach.allowAttachSelf=true"));
    }

    private static void startsFromInside(Jdk jdk, List<String> words) throws IOException {
        Launch launch = Launch.of(jdk, sources(), "Inside").jvm(words.toArray(String[]::new));
        try (Program orders = launch.start()) {
            String place = "dir=" + orders.sockets() + ",agent=" + dev.clew.it.harness.Clew.jar();
            try (Program billing = Launch.of(jdk, sources(), "Inside").sockets(orders.sockets()).start()) {
                assertThat(orders.tell("start name=orders," + place)).isEqualTo("true");
                assertThat(billing.tell("start name=billing," + place)).isEqualTo("true");
                var clew = orders.clew();

                assertThat(clew.run("list").isFine().out()).contains(orders.pid() + "  orders", billing.pid() + "  billing");
                assertThat(clew.run("-p", "orders", "status").isFine().out()).contains("process " + orders.pid());
                assertThat(clew.run("-p", "billing", "orders").isFine().out()).contains("acme");
                clew.run("-p", "ordres", "ps").refused(1, "did you mean orders?");

                assertThat(orders.tell("close")).isEqualTo("false");
                assertThat(orders.socket()).doesNotExist();
                assertThat(orders.tell("start name=orders," + place)).isEqualTo("true");
                assertThat(orders.complaints()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void saysOnOneLineThatThereIsNoAgentAndGoesOn(Jdk jdk) throws IOException {
        try (Program program = Launch.of(jdk, sources(), "Inside").start()) {
            assertThat(program.tell("start name=orders")).startsWith("false there is no clew.jar");

            assertThat(program.complaints().stream().filter(line -> line.contains("Clew does not watch"))).hasSize(1);
            program.tell("order 1");
            assertThat(program.tell("close")).isEqualTo("false");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void namesAnAgentThatWasThereAndLetsItStay(Jdk jdk) throws IOException {
        try (Program program = Launch.of(jdk, sources(), "Inside").agent(Arrival.AT_START).start()) {
            assertThat(program.tell("start name=orders")).isEqualTo("true");
            assertThat(program.clew().run("-p", "orders", "orders").isFine().out()).contains("acme");
            assertThat(program.tell("close")).isEqualTo("true");

            program.tell("start name=other,memory=1m");
            assertThat(program.complaints().stream().filter(line -> line.contains("Clew was there before"))).singleElement()
                    .asString().contains("the process is named orders", "memory=1m is not taken");
        }
    }

    /** The program, the api, and a directory that names the library's provider. */
    private static Sources sources() throws IOException {
        Path services = Files.createDirectories(Scratch.directory("services").resolve("META-INF/services"));
        Files.writeString(services.resolve("dev.clew.api.CommandProvider"), "Inside$Library\n");
        return Sources.of("Inside.java").using(List.of(API, services.getParent().getParent()));
    }
}
