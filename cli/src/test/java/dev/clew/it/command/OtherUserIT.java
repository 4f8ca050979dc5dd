// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clew.it.harness.Arrival;
import dev.clew.it.harness.Clew;
import dev.clew.it.harness.Finished;
import dev.clew.it.harness.Jdk;
import dev.clew.it.harness.Jdks;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Scratch;
import dev.clew.it.harness.Sources;
import dev.clew.monitor.wire.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Users are kept apart; the one who may do everything may do this too. */
class OtherUserIT {

    private static final String NOBODY = "65534";
    private static final List<String> AS_NOBODY = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY,
            "--clear-groups");

    private static Path jar;

    @BeforeAll
    static void checkThatThereIsASecondUser() throws IOException {
        assumeTrue(User.own() == User.ROOT, "only root can be two users");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "this machine has no setpriv");
        Path open = Scratch.directory("open");
        jar = Files.copy(Clew.jar(), open.resolve("clew.jar"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void anotherUsersProcessIsRefusedWithTheRemedy(Jdk jdk) {
        try (Program program = Launch.of(jdk, Sources.of("Bystander.java"), "Bystander").start()) {
            asNobody("attach", Long.toString(program.pid()))
                    .refused(1, "belongs to another user (id 0)", "sudo -u '#0'");
            assertThat(program.tell("sum")).isEqualTo("15");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void anotherUsersSocketCantBeReached(Jdk jdk) {
        Launch launch = Launch.of(jdk, Sources.of("Bystander.java"), "Bystander").agent(Arrival.AT_START);
        try (Program program = launch.start()) {
            asNobody("-a", program.socket().toString(), "ps").refused(1, "no socket");
            assertThat(asNobody("list").isFine().out()).doesNotContain(Long.toString(program.pid()));
        }
    }

    private static Finished asNobody(String... words) {
        List<String> command = new ArrayList<>(AS_NOBODY);
        command.addAll(List.of(Jdks.present().program("java"), "-XX:TieredStopAtLevel=1", "-jar", jar.toString()));
        command.addAll(Arrays.asList(words));
        return Finished.of(new ProcessBuilder(command).directory(Path.of("/tmp").toFile()));
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void rootAttachesToAnotherUsersProcess(Jdk jdk) throws IOException {
        Sources sources = Sources.of("Bystander.java");
        Files.setPosixFilePermissions(sources.classes(jdk), PosixFilePermissions.fromString("rwxr-xr-x"));
        Path sockets = Scratch.directory("s");
        Files.setAttribute(sockets, "unix:uid", Integer.parseInt(NOBODY));
        Launch launch = Launch.of(jdk, sources, "Bystander").sockets(sockets).by(AS_NOBODY.toArray(String[]::new));
        try (Program program = launch.start()) {
            Clew clew = Clew.at(sockets).from(jar);
            assertThat(clew.attach(program.pid()).isFine().out()).contains("is watched now");
            program.tell("work");
            assertThat(clew.ask(program.pid(), "ps").isFine().out()).contains("Business");
            clew.run("detach", Long.toString(program.pid())).isFine();
            assertThat(program.tell("sum")).isEqualTo("15");
        }
    }
}
