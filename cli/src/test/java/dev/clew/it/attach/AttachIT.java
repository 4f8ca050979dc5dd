// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.attach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Arrival;
import dev.clew.it.harness.Clew;
import dev.clew.it.harness.Finished;
import dev.clew.it.harness.Jdk;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Scratch;
import dev.clew.it.harness.Sources;
import dev.clew.it.harness.Watched;
import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import dev.clew.model.Task;
import dev.clew.model.answer.TaskList;
import dev.clew.model.answer.Whereabouts;
import dev.clew.monitor.Question;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A process that was started without options is watched, and left again as it was. */
class AttachIT {

    private static final Sources SOURCES = Sources.of("Bystander.java", "Probe.java");

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void everyCommandWorksOnAProcessThatWasStartedWithoutOptions(Jdk jdk) {
        try (Program program = Launch.of(jdk, SOURCES, "Bystander").start()) {
            Clew clew = program.clew();
            assertThat(clew.attach(program.pid()).isFine().out()).contains("is watched now", program.socket() + "");
            assertThat(clew.attach(program.pid()).isFine().out()).contains("is watched already");
            program.tell("work");
            Watched watched = program.watched();
            Task task = watched.expectTask().named("Business").kind(Kind.POOL).createdBy("main").once();
            String id = Long.toString(task.id());

            assertThat(clew.ask(program.pid(), "ps").isFine().out()).contains("Business");
            TaskList list = Clew.parse(TaskList.class, clew.ask(program.pid(), "ps", "--json").isFine());
            assertThat(list.tasks()).extracting(Task::name).contains("main", task.name());
            assertThat(clew.ask(program.pid(), "where", id).isFine().out()).contains("Bystander.work", "Script.hold");
            Finished where = clew.ask(program.pid(), "where", "--json", id).isFine();
            assertThat(Clew.parse(Whereabouts.class, where).task().id()).isEqualTo(task.id());
            assertThat(clew.ask(program.pid(), "stacktrace").isFine().out()).contains("Script.hold");
            assertThat(clew.ask(program.pid(), "cancel", id).isFine().out()).contains("cancelled");
            watched.expectEnding().named("Business").outcome(Outcome.CANCELLED).once();
            assertThat(clew.ask(program.pid(), "ps-terminated").isFine().out()).contains("Business", "cancelled");
            assertThat(clew.ask(program.pid(), "where-terminated", id).isFine().out()).contains("WHO ENDED IT");
            assertThat(clew.ask(program.pid(), "status").isFine().out()).contains("Bystander");

            clew.run("detach", Long.toString(program.pid())).isFine();
            assertThat(program.tell("sum")).isEqualTo("15");
            clew.ask(program.pid(), "ps").refused(1, "is not watched", "clew attach " + program.pid());
            assertThat(program.socket()).doesNotExist();
            assertThat(program.end()).isEqualTo(7);
            assertThat(program.complaints()).isEmpty();
            assertThat(program.out()).allMatch(line -> line.startsWith("ready") || line.startsWith("done"));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void afterADetachTheProcessRunsItsOriginalBytecode(Jdk jdk) {
        try (Program program = Launch.of(jdk, SOURCES, "Bystander").start()) {
            Bytecode original = bytecode(program);
            for (int round = 0; round < 2; round++) {
                program.clew().attach(program.pid()).isFine();
                assertThat(bytecode(program).differing(original)).contains("Thread", "FutureTask", "CompletableFuture");
                assertThat(program.tell("sum")).isEqualTo("15");
                program.clew().run("detach", Long.toString(program.pid())).isFine();
                assertThat(Detached.is(program)).isTrue();
                assertThat(bytecode(program).differing(original)).isEmpty();
                assertThat(program.tell("sum")).isEqualTo("15");
            }
        }
    }

    private static Bytecode bytecode(Program program) {
        Path directory = Scratch.directory("dump");
        Agents.load(program, Sources.agentJar("Probe"), directory.toString());
        return Bytecode.of(directory);
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void anAgentFromTheStartCanBeDetachedAndAttachedAgain(Jdk jdk) {
        try (Program program = Launch.of(jdk, SOURCES, "Bystander").agent(Arrival.AT_START).start()) {
            assertThat(program.tell("sum")).isEqualTo("15");
            long last = program.watched().everything().stream().mapToLong(Task::id).max().orElseThrow();
            program.forget();
            program.clew().run("detach", Long.toString(program.pid())).isFine();
            assertThat(Detached.is(program)).isTrue();
            assertThat(program.tell("sum")).isEqualTo("15");
            program.clew().attach(program.pid()).isFine();
            program.tell("work");
            Task task = program.watched().expectTask().named("Business").createdBy("main").once();
            assertThat(task.id()).as("ids go on").isGreaterThan(last);
            assertThat(program.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void aProcessThatIsKilledLeavesASocketThatListRemoves(Jdk jdk) {
        try (Program program = Launch.of(jdk, SOURCES, "Bystander").agent(Arrival.AT_START).start()) {
            program.kill();
            assertThat(Files.exists(program.socket())).isTrue();
            program.clew().run("-a", program.socket().toString(), "ps")
                    .refused(1, "nobody listens at", "clew list removes such sockets");
            assertThat(program.clew().run("list").isFine().out()).doesNotContain(Long.toString(program.pid()));
            assertThat(program.socket()).doesNotExist();
            program.clew().ask(program.pid(), "ps").refused(1, "no process " + program.pid());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void whoeverStillAsksWhenClewLeavesIsTold(Jdk jdk) {
        try (Program program = Launch.of(jdk, SOURCES, "Bystander").agent(Arrival.AT_START).start()) {
            Watched other = program.watched();
            program.clew().run("detach", Long.toString(program.pid())).isFine();
            assertThat(Detached.is(program)).isTrue();
            assertThat(Detached.refusal(other, new Question.Status())).isNotNull();
        }
    }
}
