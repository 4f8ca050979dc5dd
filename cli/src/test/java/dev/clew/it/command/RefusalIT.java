// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Arrival;
import dev.clew.it.harness.Clew;
import dev.clew.it.harness.Jdk;
import dev.clew.it.harness.Jdks;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Scratch;
import dev.clew.it.harness.Sources;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What can't be answered is refused in one line that says what to do. */
class RefusalIT {

    private static final Sources SOURCES = Sources.of("Bystander.java");
    private static final long NOBODYS_PID = 999_999_999L;

    private static Program watched;
    private static Clew clew;

    @BeforeAll
    static void start() {
        watched = Launch.of(Jdks.present(), SOURCES, "Bystander").agent(Arrival.AT_START).start();
        clew = watched.clew();
    }

    @AfterAll
    static void stop() {
        watched.close();
    }

    @ParameterizedTest
    @CsvSource({"where", "where-terminated", "cancel", "interrupt", "stacktrace"})
    void aTaskThatDoesNotExist(String command) {
        clew.ask(watched.pid(), command, "987654321").refused(1, "no task 987654321", "ps shows");
    }

    @ParameterizedTest
    @CsvSource({"where", "where-terminated", "cancel", "interrupt"})
    void aWordThatIsNoTask(String command) {
        clew.ask(watched.pid(), command, "abc").refused(2, "\"abc\" is not the id of a task");
        clew.ask(watched.pid(), command).refused(2, "needs the id of a task", "usage:");
    }

    @Test
    void aTaskThatHasNotEnded() {
        long main = watched.watched().expectTask().named("main").found().id();
        clew.ask(watched.pid(), "where-terminated", Long.toString(main))
                .refused(1, "task " + main + " has not ended", "where " + main);
    }

    @Test
    void aWrongCommandOrOption() {
        clew.ask(watched.pid(), "wehre", "1").refused(2, "no such command \"wehre\"", "where");
        clew.ask(watched.pid(), "ps", "--colour").refused(2, "ps has no option --colour");
        clew.ask(watched.pid(), "ps", "--kind", "fibre").refused(2, "--kind can't be \"fibre\"");
        clew.run("attach", "me").refused(2, "\"me\" is not a process id");
        clew.run("attach").refused(2, "attach needs", "usage: clew attach PID");
        clew.run("-p").refused(2, "-p needs a value");
        clew.run("run").refused(2, "run needs a command that starts a JVM");
        clew.run("run", "--", "ls").refused(2, "run starts java alone, not ls");
    }

    @Test
    void aProcessThatDoesNotExist() {
        String pid = Long.toString(NOBODYS_PID);
        clew.run("attach", pid).refused(1, "no process " + pid, "clew list");
        clew.run("detach", pid).refused(1, "no process " + pid, "clew list");
        clew.ask(NOBODYS_PID, "ps").refused(1, "no process " + pid, "clew list");
    }

    @Test
    void aProcessThatIsNoJvmAndIsNotHarmed() throws IOException {
        Process sleeping = new ProcessBuilder("sleep", "600").start();
        try {
            clew.run("attach", Long.toString(sleeping.pid())).refused(1, "is not a JVM", "clew list");
            assertThat(sleeping.isAlive()).isTrue();
        } finally {
            sleeping.destroyForcibly();
        }
    }

    @Test
    void noJvmThatIsWatchedOrMoreThanOne() {
        Clew.at(Scratch.directory("none")).run("ps").refused(1, "no JVM is watched", "clew attach PID");
        Launch second = Launch.of(Jdks.present(), SOURCES, "Bystander").agent(Arrival.AT_START)
                .sockets(watched.sockets());
        try (Program other = second.start()) {
            clew.run("ps").refused(2, "several JVMs are watched", "-p " + watched.pid(), "-p " + other.pid());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void aProcessThatIsNotWatched(Jdk jdk) {
        try (Program program = Launch.of(jdk, SOURCES, "Bystander").start()) {
            program.clew().ask(program.pid(), "ps").refused(1, "is not watched", "clew attach " + program.pid());
            program.clew().run("detach", Long.toString(program.pid()))
                    .refused(1, "is not watched", "clew attach " + program.pid());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void aProcessWhoseAttachMechanismIsOff(Jdk jdk) {
        try (Program program = Launch.of(jdk, SOURCES, "Bystander").jvm("-XX:+DisableAttachMechanism").start()) {
            program.clew().attach(program.pid()).refused(1, "-XX:+DisableAttachMechanism", "-javaagent:");
            assertThat(program.tell("sum")).isEqualTo("15");
            assertThat(program.err()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void aProcessThatTakesNoAgentsLate(Jdk jdk) {
        try (Program program = Launch.of(jdk, SOURCES, "Bystander").jvm("-XX:-EnableDynamicAgentLoading").start()) {
            program.clew().attach(program.pid()).refused(1, "-XX:-EnableDynamicAgentLoading", "-javaagent:");
            assertThat(program.tell("sum")).isEqualTo("15");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void aProcessThatIsStopped(Jdk jdk) throws Exception {
        try (Program program = Launch.of(jdk, SOURCES, "Bystander").start()) {
            signal("-STOP", program);
            program.clew().attach(program.pid()).refused(1, "is stopped", "kill -CONT " + program.pid());
            signal("-CONT", program);
            assertThat(program.tell("sum")).isEqualTo("15");
        }
    }

    private static void signal(String signal, Program program) throws Exception {
        int status = new ProcessBuilder("kill", signal, Long.toString(program.pid())).start().waitFor();
        assertThat(status).isZero();
    }
}
