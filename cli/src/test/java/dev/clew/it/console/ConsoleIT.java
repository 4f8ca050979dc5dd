// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Arrival;
import dev.clew.it.harness.Clew;
import dev.clew.it.harness.Jdk;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import dev.clew.model.answer.ConsoleReport;
import dev.clew.model.answer.ConsoleResult;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A console sees the application, and a statement that hangs holds up nobody. */
class ConsoleIT {

    private static final String SHOP = "com.example.shop.Shop.";

    private static Program start(Setting setting) {
        return Launch.of(setting, Sources.of("Shop.java"), "com.example.shop.Shop").option("console=on").start();
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void twoConsolesShareTheApplicationAndNothingElse(Setting setting) {
        try (Program program = start(setting); Talk one = Talk.with(program); Talk two = Talk.with(program)) {
            assertThat(one.value(SHOP + "ORDERS")).isEqualTo("[\"nails\", \"rope\"]");
            assertThat(one.run("import com.example.shop.*; int n = 3; void greet() { println(n); }").fine()).isTrue();
            assertThat(one.run("ORDERS.add(\"tar\")").fine()).isFalse();
            assertThat(one.value("Shop.ORDERS.add(\"tar\")")).isEqualTo("true");
            assertThat(two.value(SHOP + "ORDERS.size()")).isEqualTo("3");
            assertThat(program.tell("orders")).isEqualTo("[nails, rope, tar]");

            assertThat(two.run("n").outcome()).isEqualTo("rejected");
            assertThat(two.run("Shop.ORDERS").note()).isEqualTo("perhaps import com.example.shop.Shop;");
            one.run("greet()");
            one.awaitOutput("3\n");
            assertThat(two.output()).isEmpty();
            assertThat(one.names()).anyMatch(name -> name.name().equals("n") && name.text().equals("3"));
            assertThat(one.choices("Shop.OR").choices()).containsExactly("ORDERS");
            assertThat(one.choices("com.ex").choices()).containsExactly("example.");
            assertThat(one.choices("if (true) {").complete()).isFalse();
            assertThat(program.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void whatHangsIsStoppedOrLeftAlone(Setting setting) {
        try (Program program = start(setting); Talk one = Talk.with(program); Talk two = Talk.with(program)) {
            assertThat(hanging(one, "println(\"on\"); Thread.sleep(1_000_000);").outcome()).isEqualTo("stopped");
            assertThat(hanging(one, "println(\"on\"); while (true) { }").outcome()).isEqualTo("stopped");
            one.begin("println(\"on\"); " + SHOP + "spin();");
            one.awaitOutput("on\non\non\n");
            assertThat(two.value("6 * 7")).isEqualTo("42");
            assertThat(program.watched().live("main").tasks()).isNotEmpty();
            one.stop();
            ConsoleResult left = last(one.results());
            assertThat(left.outcome()).isEqualTo("abandoned");
            assertThat(left.note()).contains("goes on as thread console-");
            assertThat(one.value("1 + 1")).isEqualTo("2");
        }
    }

    private static ConsoleResult hanging(Talk talk, String source) {
        int before = talk.output().length();
        talk.begin(source);
        while (talk.output().length() == before) {
            assertThat(talk.report(5_000).state()).isEqualTo("running");
        }
        talk.stop();
        return last(talk.results());
    }

    private static ConsoleResult last(List<ConsoleResult> results) {
        assertThat(results).isNotEmpty();
        return results.get(results.size() - 1);
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void valuesAreToldWithCare(Setting setting) {
        try (Program program = start(setting); Talk talk = Talk.with(program)) {
            talk.run("import com.example.shop.*;");
            assertThat(talk.value("Shop.million()")).startsWith("[0, 1, 2,").endsWith("99, … 999900 more]");
            assertThat(talk.value("Shop.cargo()")).startsWith("Cargo[name=\"grain\", crates=[0, 1,")
                    .endsWith("… 999980 more]]");
            assertThat(talk.value("\"x\".repeat(1_000_000)")).hasSizeLessThan(3_000)
                    .endsWith("… (1000000 characters)");
            assertThat(talk.value("new Shop.Broken()")).contains("Shop$Broken@", "IllegalStateException");
            assertThat(talk.value("new Shop.Endless()")).contains("Shop$Endless@", "did not come within 5s, and was given up");
            assertThat(talk.value("1")).isEqualTo("1");
            ConsoleResult failed = talk.run("Shop.fail()");
            assertThat(failed.error().className()).isEqualTo("java.lang.IllegalStateException");
            assertThat(failed.error().stack().get(0).toString()).startsWith("com.example.shop.Shop.fail(Shop.java:");
            assertThat(failed.error().causedBy().message()).isEqualTo("below");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void oneStatementFromTheCommandLine(Setting setting) throws Exception {
        try (Program program = start(setting)) {
            Clew clew = program.clew();
            assertThat(clew.ask(program.pid(), "console", SHOP + "ORDERS.get(0)").isFine().out())
                    .isEqualTo("\"nails\"\n");
            assertThat(clew.ask(program.pid(), "console", "-e", "println(1); clew.tasks()").isFine().out())
                    .startsWith("1\n").containsPattern("thread +running +main");
            var failed = clew.ask(program.pid(), "console", SHOP + "fail()");
            assertThat(failed.status()).isEqualTo(1);
            assertThat(failed.err()).startsWith("clew: java.lang.IllegalStateException: on purpose\n");
            var json = clew.ask(program.pid(), "console", "--json", "var n = 2; n * n");
            ConsoleReport report = Clew.parse(ConsoleReport.class, json.isFine());
            assertThat(report.results()).extracting(ConsoleResult::text).containsExactly("2", "4");
            var stopped = clew.ask(program.pid(), "console", "--wait", "500ms", "Thread.sleep(1_000_000)");
            assertThat(stopped.status()).isEqualTo(1);
            assertThat(stopped.err()).isEqualTo("clew: stopped\n");
            clew.ask(program.pid(), "console").refused(2, "a console needs a terminal");
            assertThat(Files.readString(program.sockets().resolve(program.pid() + ".audit")))
                    .contains("console-run {", "\"source\":\"" + SHOP + "fail()\"");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void isRefusedUnlessItWasAskedFor(Setting setting) {
        try (Program program = Launch.of(setting, Sources.of("Shop.java"), "com.example.shop.Shop").start()) {
            program.clew().ask(program.pid(), "console", "1 + 1").refused(1, "the console is off", "console=on");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void leavesWithItsClientAndWithClew(Jdk jdk) {
        Launch launch = Launch.of(jdk, Sources.of("Bystander.java"), "Bystander").agent(Arrival.AT_START);
        try (Program program = launch.option("console=on").start()) {
            Talk talk = Talk.with(program);
            assertThat(program.watched().live("console-").tasks()).isEmpty();
            talk.begin("var made = new Thread(() -> { while (true) { Thread.onSpinWait(); } }, \"made-here\");"
                    + "made.setDaemon(true); made.start(); Thread.sleep(1_000_000);");
            program.watched().expectTask().named("made-here").createdBy("console-").found();
            assertThat(program.watched().live("clew-").tasks()).isEmpty();
            talk.close();
            program.watched().expectTask().named("console-").gone();
            program.forget();
            program.clew().ask(program.pid(), "detach").isFine();
        }
    }

}
