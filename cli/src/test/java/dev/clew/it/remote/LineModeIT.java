// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.attach.Agents;
import dev.clew.it.harness.Arrival;
import dev.clew.it.harness.Clew;
import dev.clew.it.harness.Finished;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Patience;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import dev.clew.model.Cause;
import dev.clew.model.State;
import dev.clew.model.Task;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A program is asked by whoever has a telnet or a netcat. */
@Timeout(120)
class LineModeIT {

    private static final Sources SOURCES = Sources.of("Bystander.java");
    private static final String ALL = "dev.clew.it.harness.Setting#all";

    @ParameterizedTest
    @MethodSource(ALL)
    void aScriptGetsTheTextThatTheProgramClewPrints(Setting setting) throws Exception {
        try (Program program = launch(setting).start()) {
            program.tell("work");
            Task task = program.watched().expectTask().named("Business").found();
            Door door = Door.of(program);
            assertThat(door.address()).startsWith("127.0.0.1:");
            for (String command : List.of("ps name:Business --format {id}|{state}|{site}|{createdAt}|{waitingOn}",
                    "where " + task.id() + " --json", "help", "help ps")) {
                String printed = program.clew().run(command.split(" ")).isFine().out();
                assertThat(Netcat.send(door, door.token() + "\n" + command + "\nexit\n"))
                        .startsWith(command.equals("help") ? printed.substring(printed.indexOf("Commands:")) : printed);
            }
            assertThat(Netcat.send(door, door.token() + "\nwhere " + task.id() + "\nexit\n"))
                    .contains("Bystander.work(Bystander.java:", "is here now");
            assertThat(Netcat.send(door, door.token() + "\nwehre 1\nwhere 987654321\nexit\n")).isEqualTo("""
                    clew: no such command "wehre", did you mean where?; help lists the commands
                    clew: no task 987654321; ps shows the live tasks, ps-terminated the ended ones
                    """);
            assertThat(program.clew().run("list").isFine().out()).contains("yes, at " + door.address());
            assertThat(program.tell("sum")).isEqualTo("15");
            assertThat(program.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void whoMayReadSeesWatchesAndIsRefusedTheRest(Setting setting) throws Exception {
        try (Program program = launch(setting).start()) {
            program.tell("work");
            Task task = program.watched().expectTask().named("Business").found();
            Door door = Door.of(program);
            try (var client = new TelnetClient(door, 100)) {
                String prompt = "clew " + program.pid() + "> ";
                client.await("Token: ");
                client.type(door.token());
                client.await(prompt);
                assertThat(client.heard()).containsExactly("dont 24", "do 31", "dont 32", "dont 33", "dont 34",
                        "dont 39", "wont 3", "wont 5");
                client.type("ps");
                assertThat(client.await(prompt).lines()).anyMatch(line -> line.contains("Bystander.work"))
                        .allMatch(line -> line.length() <= 100);
                client.type("watch --every 100ms");
                assertThat(Patience.until(() -> {
                    program.tell("sum");
                    return client.shows(" + ");
                })).isTrue();
                client.interrupt();
                client.await(prompt);
                client.type("cancel " + task.id());
                client.await("this connection may read, not act; ask over the target's own socket, or start it with "
                        + "listen-role=act");
                client.type("exit");
                assertThat(client.rest()).isEqualTo("\r\n" + prompt);
            }
            program.watched().expectTask().named("Business").found();
            assertThat(program.sockets().resolve(program.pid() + ".audit")).doesNotExist();
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void whoMayActDoesAndIsWrittenDown(Setting setting) throws Exception {
        try (Program program = launch(setting).option("listen-role=act").start()) {
            program.tell("work");
            Task task = program.watched().expectTask().named("Business").found();
            Door door = Door.of(program);
            String cancel = "cancel " + task.id() + " --wait 10s --reason 'by \"hand\"'";
            assertThat(Netcat.send(door, door.token() + "\n" + cancel + "\nexit\n")).startsWith("cancelled");
            Task ended = program.watched().expectEnding().named("Business").found();
            List<Cause> causes = program.watched().whereTerminated(ended).causes();
            assertThat(causes).last().extracting(Cause::reason).isEqualTo("by \"hand\"");
            Path audit = program.sockets().resolve(program.pid() + ".audit");
            assertThat(Files.readAllLines(audit)).singleElement().asString().contains(" user=tcp/127.0.0.1:", " cancel {\"id\":" + task.id());
            assertThat(program.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void whoHasNoTokenLearnsNothing(Setting setting) throws Exception {
        try (Program program = launch(setting).start()) {
            Door door = Door.of(program);
            assertThat(Netcat.send(door, "guess\nps\nexit\n")).startsWith("clew: wrong token; ").doesNotContain("main");
            assertThat(Netcat.send(door, "GET /ps HTTP/1.1\r\n\r\n")).startsWith("clew: this is no web server; ");
            assertThat(Netcat.send(door, "{\"id\":1,\"ask\":\"ps\"}\n")).contains("asks for a token")
                    .doesNotContain("main");
            assertThat(program.watched().status().gaps()).anyMatch(gap ->
                    gap.contains("at " + door.address() + " 1 wrong token was given, the last one from 127.0.0.1:"));
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aPortThatIsTakenStopsNothing(Setting setting) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String listen = "listen=127.0.0.1:" + taken.getLocalPort();
            try (Program program = start(setting, listen)) {
                String why = "not listening by TCP: can't listen at 127.0.0.1:" + taken.getLocalPort();
                assertThat(Patience.until(() -> !program.complaints().isEmpty())).isTrue();
                assertThat(program.complaints()).singleElement().asString().startsWith("clew: " + why).contains("; ");
                assertThat(program.watched().status().gaps()).anyMatch(gap -> gap.startsWith(why));
                assertThat(program.watched().status().door()).isNull();
                assertThat(program.tell("sum")).isEqualTo("15");
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void theDoorIsClosedWhenClewLeavesAndOpenedAgain(Setting setting) throws Exception {
        try (Program program = launch(setting).start()) {
            Door door = Door.of(program);
            program.forget();
            var open = new TelnetClient(door, 80);
            open.await("Token: ");
            open.type(door.token());
            open.await("> ");
            program.clew().run("detach", "" + program.pid()).isFine();
            assertThat(open.rest()).isEmpty();
            open.close();
            assertThat(Patience.until(() -> closed(door) && Files.notExists(door.tokenFile()))).isTrue();

            String told = program.clew().attach(program.pid(), List.of("listen=" + door.port())).isFine().out();
            Door again = Door.of(program);
            assertThat(told.lines()).last().isEqualTo("it listens at " + door.address() + " to read, and the token is in "
                    + again.tokenFile());
            assertThat(program.clew().attach(program.pid(), List.of("listen=1")).isFine().out())
                    .contains("is watched already", "its options stay as they were");
            assertThat(again.address()).isEqualTo(door.address());
            assertThat(Netcat.send(again, again.token() + "\nps\nexit\n")).contains("main");
            assertThat(program.tell("sum")).isEqualTo("15");
            assertThat(program.end()).isEqualTo(7);
            assertThat(again.tokenFile()).doesNotExist();
            assertThat(program.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#unwatched")
    void doorsThatWereOpenedAndClosedLeaveNothingBehind(Setting setting) throws Exception {
        try (Program program = Launch.of(setting, SOURCES, "Bystander").start()) {
            List<Long> metaspace = new ArrayList<>();
            for (int round = 0; round < 16; round++) {
                Agents.load(program, Clew.jar(), "dir=" + program.sockets() + ",jar=" + Clew.jar()
                        + ",listen=0,listen-role=act");
                Door door = Door.of(program);
                program.forget();
                assertThat(Netcat.send(door, door.token() + "\nps\nwhere 1\ndetach\n")).contains("main", "leaves");
                assertThat(Patience.until(() -> Files.notExists(program.socket()) && Files.notExists(door.tokenFile())
                        && closed(door))).isTrue();
                metaspace.add(Long.parseLong(program.tell("metaspace")));
            }
            assertThat(metaspace.get(15)).as("metaspace " + metaspace).isLessThan(metaspace.get(7) + (4 << 20));
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void whoConnectsPushesNothingOutOfTheHistory(Setting setting) throws Exception {
        try (Program program = launch(setting).start()) {
            program.tell("sum");
            List<Task> before = program.watched().ended((String) null).tasks();
            assertThat(before).isNotEmpty();
            Door door = Door.of(program);
            for (int i = 0; i < 600; i++) {
                new Socket(door.host(), door.port()).close();
            }
            assertThat(Netcat.send(door, door.token() + "\nps\nexit\n")).contains("main");
            assertThat(program.watched().ended((String) null).tasks()).extracting(Task::id)
                    .containsAll(before.stream().map(Task::id).toList());
            List<Task> own = program.watched().everything().stream()
                    .filter(task -> task.name().startsWith("clew") && task.state() == State.ENDED).toList();
            assertThat(own).hasSizeBetween(100, 200);
            assertThat(program.watched().status().live()).isLessThan(50);
        }
    }

    private static boolean closed(Door door) {
        try (Socket socket = new Socket(door.host(), door.port())) {
            return socket.isClosed();
        } catch (ConnectException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#atStart")
    void theTokenOfAProcessThatWasKilledIsRemovedByTheNextList(Setting setting) {
        try (Program program = launch(setting).start()) {
            Path token = Door.of(program).tokenFile();
            program.forget();
            program.kill();
            assertThat(token).exists();
            program.clew().run("list").isFine();
            assertThat(token).doesNotExist();
        }
    }

    /** Starts a program that can't listen: who attaches to it is told at once. */
    private static Program start(Setting setting, String listen) {
        if (setting.arrival() != Arrival.LATE) {
            return Launch.of(setting, SOURCES, "Bystander").option(listen).start();
        }
        Program program = Launch.of(setting.jdk(), SOURCES, "Bystander").start();
        Finished attach = program.clew().attach(program.pid(), List.of(listen));
        assertThat(attach.status()).isEqualTo(1);
        assertThat(attach.out()).contains("is watched now");
        assertThat(attach.err()).startsWith("clew: process " + program.pid() + " does not listen by TCP; ");
        return program;
    }

    private static Launch launch(Setting setting) {
        return Launch.of(setting.jdk(), SOURCES, "Bystander").agent(setting.arrival()).option("listen=0");
    }
}
