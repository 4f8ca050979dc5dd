// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clew.it.harness.Arrival;
import dev.clew.it.harness.Clew;
import dev.clew.it.harness.Finished;
import dev.clew.it.harness.Jdks;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Scratch;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import dev.clew.it.harness.Tmux;
import dev.clew.model.Task;
import dev.clew.model.answer.TaskList;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The program clew asks a target by an address: a port, one that is forwarded, or a socket that is. */
@Timeout(180)
class RemoteIT {

    private static final Sources SOURCES = Sources.of("Bystander.java");

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void everyCommandWorksByAnAddressAndTheTokenIsFound(Setting setting) {
        try (Program program = launch(setting).start()) {
            program.tell("work");
            Task task = program.watched().expectTask().named("Business").found();
            Door door = Door.of(program);
            Clew clew = program.clew();
            TaskList list = Clew.parse(TaskList.class, clew.run("-a", door.address(), "ps", "--json").isFine());
            assertThat(list.tasks()).extracting(Task::id).contains(task.id());
            assertThat(clew.script("ps name:Business\nwhere " + task.id() + "\n", "-a", door.address()).isFine().out())
                    .contains("(showing 1)", "is here now");
            assertThat(clew.run("-a", door.address(), "watch", "--every", "100ms", "--times", "2").isFine().err()).isEmpty();
            clew.run("-a", door.address(), "cancel", "" + task.id()).refused(1, "this connection may read, not act",
                    "listen-role=act");
            clew.run("-a", "127.0.0.1:1", "ps").refused(1, "nobody answers at 127.0.0.1:1", "listen=1");
        }
    }

    @Test
    void aTokenIsTakenFromAFileOrTheEnvironmentWhereItCantBeFound() {
        try (Program program = launch(new Setting(Jdks.present(), Arrival.AT_START)).start()) {
            Door door = Door.of(program);
            Clew elsewhere = Clew.at(Scratch.directory("s"));
            elsewhere.run("-a", door.address(), "ps").refused(1, "this target asks for a token", "--token-file FILE",
                    "CLEW_TOKEN");
            assertThat(elsewhere.run("-a", door.address(), "--token-file", door.tokenFile().toString(), "ps").isFine().out())
                    .contains("main");
            assertThat(run(elsewhere, door.token(), "-a", door.address(), "ps").isFine().out()).contains("main");
            run(elsewhere, "x".repeat(32), "-a", door.address(), "ps").refused(1, "wrong token");
            run(elsewhere, "short", "-a", door.address(), "ps").refused(2, "CLEW_TOKEN holds no token");
        }
    }

    @Test
    void aForwardedPortAndAForwardedSocketAreAsGoodAsTheirs() throws IOException {
        try (Program program = launch(new Setting(Jdks.present(), Arrival.AT_START)).start()) {
            Door door = Door.of(program);
            Clew elsewhere = Clew.at(Scratch.directory("s"));
            var port = new InetSocketAddress(door.host(), door.port());
            SocketAddress socket = UnixDomainSocketAddress.of(program.socket());
            try (Forwarder forwarder = Forwarder.ofPort(port)) {
                elsewhere.run("-a", forwarder.address(), "ps").refused(1, "this target asks for a token");
                assertAnswers(run(elsewhere, door.token(), "-a", forwarder.address(), "ps"));
            }
            try (Forwarder forwarder = Forwarder.ofSocket(elsewhere.sockets().resolve("a"), port)) {
                assertAnswers(run(elsewhere, door.token(), "-a", "unix:" + forwarder.address(), "ps"));
            }
            try (Forwarder forwarder = Forwarder.ofPort(socket)) {
                assertAnswers(elsewhere.run("-a", forwarder.address(), "ps"));
                assertAnswers(run(elsewhere, door.token(), "-a", forwarder.address(), "ps"));
            }
            try (Forwarder forwarder = Forwarder.ofSocket(elsewhere.sockets().resolve("b"), socket)) {
                assertAnswers(elsewhere.run("-a", forwarder.address(), "ps"));
                assertAnswers(elsewhere.run("-a", "unix:" + forwarder.address(), "status"));
            }
        }
    }

    @Test
    void sshForwardsTheSocket() throws IOException {
        Path daemon = Path.of("/usr/sbin/sshd");
        assumeTrue(Files.isExecutable(daemon) && Files.isDirectory(Path.of("/run/sshd")), "sshd is not on this machine");
        try (Program program = launch(new Setting(Jdks.present(), Arrival.AT_START)).start();
                Ssh ssh = Ssh.forward(daemon, program.socket())) {
            assertAnswers(Clew.at(Scratch.directory("s")).run("-a", ssh.socket().toString(), "ps"));
        }
    }

    @Test
    void theShellWorksByAnAddressAndGoesOnWhenTheTargetWasRestarted() {
        assumeTrue(Tmux.present(), "tmux is not on this machine");
        var setting = new Setting(Jdks.present(), Arrival.AT_START);
        try (Program first = launch(setting).start()) {
            Door door = Door.of(first);
            try (Tmux terminal = Tmux.open(first.clew(), "-a", door.address())) {
                terminal.await("clew " + first.pid() + ">");
                first.tell("work");
                terminal.type("ps name:Busi", "Tab", "Enter").await("(showing 1)");
                terminal.type("ps -n 1 --watch 200ms", "Enter").await("-n 0 shows more");
                terminal.type("C-c").type("cancel 1", "Enter").await("this connection may read, not act");
                first.end();
                try (Program second = Launch.of(setting, SOURCES, "Bystander").option("listen=" + door.port())
                        .sockets(first.sockets()).start()) {
                    terminal.type("ps", "Enter").await("process " + second.pid() + " is Bystander");
                    terminal.type("status", "Enter").await("own CPU time");
                }
            }
        }
    }

    private static void assertAnswers(Finished finished) {
        assertThat(finished.isFine().out()).containsPattern("main|Bystander");
    }

    private static Finished run(Clew clew, String token, String... words) {
        var command = new ArrayList<>(List.of(clew.java(), "-XX:TieredStopAtLevel=1", "-jar", clew.file().toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(Map.of("CLEW_DIR", clew.sockets().toString(), "CLEW_TOKEN", token));
        return Finished.of(builder);
    }

    private static Launch launch(Setting setting) {
        return Launch.of(setting, SOURCES, "Bystander").option("listen=0");
    }
}
