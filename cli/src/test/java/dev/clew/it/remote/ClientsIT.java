// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clew.it.harness.Arrival;
import dev.clew.it.harness.Finished;
import dev.clew.it.harness.Jdks;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Sources;
import dev.clew.it.harness.Tmux;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The telnets and netcats that this machine has, on a real target. */
@Timeout(120)
class ClientsIT {

    private static Program program;
    private static Door door;

    @BeforeAll
    static void start() {
        program = Launch.of(Jdks.present(), Sources.of("Bystander.java"), "Bystander").agent(Arrival.AT_START)
                .option("listen=0").start();
        program.tell("work");
        door = Door.of(program);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void aTelnetInATerminalAsksWatchesAndLeaves() {
        assumeTrue(has("telnet") && Tmux.present(), "telnet or tmux is not on this machine");
        String prompt = "clew " + program.pid() + ">";
        try (Tmux terminal = Tmux.of("TERM=xterm", List.of("telnet", door.host(), "" + door.port()))) {
            terminal.await("Token:");
            terminal.type(door.token(), "Enter").await(prompt);
            terminal.type("ps name:Busi", "Enter").await("(showing 1)");
            terminal.type("ps -n 1 --watch 200ms", "Enter").await("-n 0 shows more");
            terminal.type("C-c").type("cancel 1", "Enter").await("this connection may read, not act");
            terminal.type("wehre", "Enter").await("did you mean where?");
            assertThat(terminal.screen()).contains(prompt + " wehre");
            terminal.type("C-c").type("status", "Enter").await("AbstractSelector.end");
        }
    }

    @Test
    void aTelnetThatOffersItsWindowGetsTablesThatFit() {
        assumeTrue(has("telnet") && Tmux.present(), "telnet or tmux is not on this machine");
        try (Tmux terminal = Tmux.of("TERM=xterm", List.of("telnet"))) {
            terminal.resize(133, 40);
            terminal.await("telnet>");
            // A minus before the port has the usual clients negotiate, as they do on telnet's own.
            terminal.type("open " + door.host() + " -" + door.port(), "Enter").await("Token:");
            terminal.type(door.token(), "Enter").await("clew " + program.pid() + ">");
            terminal.type("ps", "Enter").await("pool-1-thread-1 / a CountDownLatch");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nc", "nc.openbsd", "nc.traditional", "socat"})
    void linesThatArePipedInAreAnsweredAndNothingElseIsSaid(String name) {
        assumeTrue(has(name), name + " is not on this machine");
        Finished finished = pipe("{ cat shop.token; echo 'ps name:Business'; echo 'where 987654321'; echo exit; } | nc "
                + "127.0.0.1 20101", name);
        assertThat(finished.out()).containsPattern("^[0-9]+ tasks \\(showing 1\\)\nID +KIND")
                .doesNotContain("\r", "clew ")
                .endsWith("\nclew: no task 987654321; ps shows the live tasks, ps-terminated the ended ones\n");
    }

    @Test
    void whatTheDocumentPipesInIsAnswered() throws IOException {
        assumeTrue(has("nc"), "nc is not on this machine");
        List<String> lines = Files.readAllLines(Path.of("../docs/remote.md")).stream()
                .filter(line -> line.startsWith("{ cat shop.token;")).toList();
        assertThat(lines).hasSize(2);
        assertThat(pipe(lines.get(0), "nc").out()).containsPattern("^[0-9]+ tasks");
        assertThat(pipe(lines.get(1), "nc").out()).contains("{\"clew\":").doesNotContain("clew: ");
    }

    /** Runs a line of a shell, with this target in place of the one that it names, and another program in place of nc. */
    private static Finished pipe(String line, String name) {
        String here = name.equals("socat") ? "socat -t 10 - TCP:" + door.address()
                : name + " " + door.host() + " " + door.port();
        var shell = new ProcessBuilder("sh", "-c", line.replace("shop.token", door.tokenFile().toString())
                .replace("nc 127.0.0.1 20101", here));
        return Finished.of(shell).isFine();
    }

    private static boolean has(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }
}
