// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clew.it.harness.Arrival;
import dev.clew.it.harness.Finished;
import dev.clew.it.harness.Jdks;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Patience;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import dev.clew.it.harness.Tmux;
import dev.clew.model.Task;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The full screen in a real terminal, on a real target. */
class TopIT {

    private static final Sources MARINA = Sources.of("Marina.java");
    private static final Sources ROADSTEAD = Sources.of("Roadstead.java");
    private static final String LEFT = "\u001b[<0;%d;%dM";

    @BeforeAll
    static void needTmux() {
        assumeTrue(Tmux.present(), "tmux is not on this machine");
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "200, 60"})
    void fitsTheTerminal(int columns, int rows) {
        try (Program program = start(); Tmux terminal = Tmux.open(program.clew(), columns, rows, "top")) {
            program.tell("busy");
            String tasks = terminal.await("quay-1-berth-2");
            assertThat(tasks.lines()).hasSize(rows).allMatch(line -> line.length() <= columns);
            assertThat(tasks).contains("harbour pid " + program.pid(), "created ", "1 tasks  2 sites", "? help q quit");
            terminal.type("2").await("3 queued, 2 waiting");
            terminal.type("4").await("quay-1-berth-*");
            program.tell("fail");
            program.tell("open Ship");
            terminal.type("3").await("IllegalStateExc");
            terminal.await(" 1 failed");
        }
    }

    @Test
    void followsASizeThatChanges() {
        try (Program program = start(); Tmux terminal = Tmux.open(program.clew(), 80, 24, "top")) {
            terminal.await("harbour pid");
            terminal.resize(132, 40);
            assertThat(terminal.await("THREAD / WAITING ON").lines()).hasSize(40);
            terminal.resize(60, 12);
            Patience.until(() -> !terminal.screen().contains("THREAD / WAITING ON"));
            assertThat(terminal.await("harbour pid").lines()).hasSize(12).allMatch(line -> line.length() <= 60);
        }
    }

    @Test
    void takesKeysAndAMouse() {
        try (Program program = start(); Tmux terminal = Tmux.open(program.clew(), 80, 24, "top")) {
            program.tell("busy");
            terminal.await("quay-1-berth-2");
            terminal.type("/", "kind:pol", "Enter").await("no kind pol");
            terminal.type("BSpace", "BSpace", "ool state:queued", "Enter").await("1 of 3  /kind:pool state:que");
            terminal.type("Enter").await("created pool task");
            terminal.type("End").await("it has not begun");
            terminal.type("Escape").await("1 of 3");
            terminal.type("c").await("`? y/N");
            terminal.type("y").await("1 of 2");
            terminal.literally(String.format(LEFT, 12, 4)).await("COUNT");
            terminal.type("p").await("paused");
            terminal.type("?").await("any key goes back");
        }
    }

    @Test
    void returnsToTheShellItWasOpenedFrom() {
        try (Program program = start(); Tmux terminal = Tmux.open(program.clew())) {
            terminal.await("clew " + program.pid() + ">");
            terminal.type("top kind:thread", "Enter").await("/kind:thread");
            terminal.type("q").await("clew " + program.pid() + "> top kind:thread");
            terminal.type("status", "Enter").await("own CPU time");
        }
    }

    @Test
    void keepsItsKeysWhileTheTargetHangs() throws Exception {
        try (Program program = start(); Tmux terminal = Tmux.open(program.clew(), 80, 24, "top")) {
            program.tell("busy");
            Task ship = program.watched().expectTask().named("Ship").found();
            terminal.await("quay-1-berth-2");
            signal("-STOP", program);
            try {
                terminal.await("no answer since 3 s");
                terminal.type("?").await("any key goes back");
                terminal.type("x", "j").await("2 of ");
                terminal.type("/", "kind:thread", "Enter").await("/kind:thread");
            } finally {
                signal("-CONT", program);
            }
            terminal.await(" live");
            assertThat(terminal.await("1 of ")).contains("/kind:thread").doesNotContain(" " + ship.id() + " pool");
        }
    }

    @Test
    void goesOnWhenTheTargetWasRestarted() {
        try (Program first = start(); Tmux terminal = Tmux.open(first.clew(), 80, 24, "top")) {
            terminal.await("harbour pid " + first.pid());
            first.end();
            terminal.await("connection lost");
            try (Program second = launch().sockets(first.sockets()).start()) {
                terminal.await("process " + second.pid() + " has taken its place");
                terminal.await(" live");
                second.tell("busy");
                terminal.await("quay-1-berth-2");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void scrollsThroughSixtyThousandTasks(Setting setting) {
        try (Program program = Launch.of(setting, ROADSTEAD, "Roadstead").jvm("-Xmx512m").start();
                Tmux terminal = Tmux.open(program.clew(), 80, 24, "top", "name:ship")) {
            program.tell("crowd 60000");
            terminal.await("1 of 60,000");
            long begun = System.nanoTime();
            for (int page = 1; page <= 20; page++) {
                terminal.type("NPage").await((page * 18 + 1) + " of 60,000");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
            assertThat(terminal.await("ship-360")).doesNotContain(" ...");
            terminal.type("End").await("60,000 of 60,000");
            terminal.await("ship-59999");
        }
    }

    static Stream<Setting> settings() {
        return Setting.withVirtualThreads();
    }

    @Test
    void needsATerminal() {
        try (Program program = start()) {
            Finished finished = program.clew().ask(program.pid(), "top");
            assertThat(finished.err()).startsWith("clew: top needs a terminal; ps --watch");
            assertThat(finished.status()).isEqualTo(2);
        }
    }

    private static Program start() {
        return launch().start();
    }

    private static Launch launch() {
        return Launch.of(Jdks.present(), MARINA, "Marina").agent(Arrival.AT_START).option("name=harbour");
    }

    private static void signal(String name, Program program) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", name, "" + program.pid()).start().waitFor()).isZero();
    }
}
