// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clew.it.harness.Arrival;
import dev.clew.it.harness.Jdks;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Sources;
import dev.clew.it.harness.Tmux;
import dev.clew.model.Task;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shell in a real terminal, on a real target. */
class TerminalIT {

    private static final Sources SOURCES = Sources.of("Bystander.java");

    @BeforeAll
    static void needTmux() {
        assumeTrue(Tmux.present(), "tmux is not on this machine");
    }

    @Test
    void completesAnswersAndFitsTheTerminal() {
        try (Program program = start(); Tmux terminal = Tmux.open(program.clew())) {
            terminal.await("clew " + program.pid() + ">");
            program.tell("work");
            Task task = program.watched().expectTask().named("Business").found();
            terminal.type("ps name:Busi", "Tab", "Enter").await("(showing 1)");
            terminal.type("where " + task.id(), "Enter").await("(q leaves");
            terminal.type("G").await("is here now");
            terminal.resize(120, 40);
            terminal.type("q");
            terminal.await("clew " + program.pid() + "> ");
            terminal.type("C-l").type("stacktrace all", "Enter").await("-39 of");
            terminal.type("q").type("fly", "Enter").await("no such command \"fly\"");
        }
    }

    @Test
    void staysUsableOnATargetThatIsStopped() throws Exception {
        try (Program program = start(); Tmux terminal = Tmux.open(program.clew())) {
            terminal.await("clew " + program.pid() + ">");
            signal("-STOP", program);
            try {
                terminal.type("where-terminated ", "Tab", "17").await("where-terminated 17");
                terminal.type("C-u", "status", "Enter").insist("C-c", "stopped before the answer came");
                assertThat(terminal.screen()).contains("clew " + program.pid() + ">");
            } finally {
                signal("-CONT", program);
            }
            terminal.type("status", "Enter").await("own CPU time");
        }
    }

    @Test
    void goesOnWhenTheTargetWasRestarted() {
        try (Program first = start(); Tmux terminal = Tmux.open(first.clew())) {
            terminal.await("clew " + first.pid() + ">");
            first.end();
            try (Program second = again(first)) {
                terminal.type("ps", "Enter").await("process " + second.pid() + " is harbour");
                terminal.type("ps", "Enter").await("clew " + second.pid() + "> ps");
                terminal.await("main");
            }
        }
    }

    @Test
    void servesTwoTerminalsAtOnce() {
        try (Program program = start(); Tmux one = Tmux.open(program.clew()); Tmux two = Tmux.open(program.clew())) {
            one.await("clew " + program.pid() + ">");
            one.type("ps --watch 200ms", "Enter").await("main");
            two.await("clew " + program.pid() + ">");
            two.type("status", "Enter").await("own CPU time");
            one.type("C-c").await("clew " + program.pid() + ">");
        }
    }

    private static Program start() {
        return launch().start();
    }

    private static Program again(Program first) {
        return launch().sockets(first.sockets()).start();
    }

    private static Launch launch() {
        return Launch.of(Jdks.present(), SOURCES, "Bystander").agent(Arrival.AT_START).option("name=harbour");
    }

    private static void signal(String name, Program program) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", name, "" + program.pid()).start().waitFor()).isZero();
    }
}
