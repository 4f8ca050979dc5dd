// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clew.it.harness.Arrival;
import dev.clew.it.harness.Jdks;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Sources;
import dev.clew.it.harness.Tmux;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A console in a real terminal. */
class ConsoleTerminalIT {

    @BeforeAll
    static void needTmux() {
        assumeTrue(Tmux.present(), "tmux is not on this machine");
    }

    private static Program start() {
        return Launch.of(Jdks.present(), Sources.of("Shop.java"), "com.example.shop.Shop").agent(Arrival.AT_START)
                .option("console=on").start();
    }

    @Test
    void takesJavaOverSeveralLinesCompletesItAndStopsIt() {
        try (Program program = start(); Tmux terminal = Tmux.open(program.clew())) {
            terminal.await("clew " + program.pid() + ">");
            terminal.type("console", "Enter").await("java>");
            terminal.type("import com.example.shop.*", "Enter").await("declared import");
            terminal.type("Shop.ORD", "Tab").await("java> Shop.ORDERS");
            terminal.type("Enter").await("$1 ==> [\"nails\", \"rope\"]");
            terminal.type("for (String each : Shop.ORDERS) {", "Enter").await("...>");
            terminal.type("println(each + 1)", "\\;", "Enter", "}", "Enter").await("\nrope1\n");
            terminal.type("println(90 + 1); Shop.spin()", "Enter").await("\n91\n");
            terminal.type("C-c").await("abandoned: it did not stop");
            terminal.type("40 + 2", "Enter").await("==> 42");
            terminal.type("/vars", "Enter").await("List<String> $1 = ");
            terminal.type("Shop.none()", "Enter").await("cannot find symbol");
            terminal.type("/exit", "Enter", "ps name:main", "Enter").await("(showing 1)");
        }
    }

    @Test
    void opensWithoutTheShellAndLeavesAtTheEndOfInput() {
        try (Program program = start();
                Tmux terminal = Tmux.open(program.clew(), "-p", "" + program.pid(), "console")) {
            terminal.await("java>");
            terminal.type("/he", "Tab", "Enter").await("the variables and their values");
            terminal.type("1 +", "C-c", "2 * 4", "Enter").await("==> 8");
            assertThat(program.runs()).isTrue();
        }
    }
}
