// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Arrival;
import dev.clew.it.harness.Clew;
import dev.clew.it.harness.Finished;
import dev.clew.it.harness.Jdk;
import dev.clew.it.harness.Jdks;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Scratch;
import dev.clew.it.harness.Sources;
import dev.clew.model.Task;
import dev.clew.model.answer.ActReport;
import dev.clew.model.answer.StackDump;
import dev.clew.model.answer.StatusReport;
import dev.clew.model.answer.TaskList;
import dev.clew.model.answer.Whereabouts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The program {@code clew} as a shell sees it: words in, text or JSON and a status out. */
class CommandLineIT {

    private static final Sources SOURCES = Sources.of("Bystander.java");

    private static Program program;
    private static Clew clew;

    @BeforeAll
    static void start() {
        program = Launch.of(Jdks.present(), SOURCES, "Bystander").agent(Arrival.AT_START).option("name=harbour")
                .start();
        clew = program.clew();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void everyQuestionAnswersInJson() {
        program.tell("work");
        Task task = program.watched().expectTask().named("Business").found();
        String id = Long.toString(task.id());
        TaskList list = Clew.parse(TaskList.class, clew.run("ps", "--json").isFine());
        assertThat(list.tasks()).extracting(Task::id).contains(task.id());
        assertThat(list.shown()).isEqualTo(list.tasks().size());
        Clew.parse(TaskList.class, clew.run("ps-terminated", "--json").isFine());
        Whereabouts where = Clew.parse(Whereabouts.class, clew.run("where", "--json", id).isFine());
        assertThat(where.origin()).isNotEmpty();
        Clew.parse(StackDump.class, clew.run("stacktrace", "--json").isFine());
        StatusReport status = Clew.parse(StatusReport.class, clew.run("status", "--json").isFine());
        assertThat(status.pid()).isEqualTo(program.pid());
        assertThat(status.name()).isEqualTo("harbour");
        ActReport cancel = Clew.parse(ActReport.class, clew.run("cancel", "--json", "--wait", "10s", id).isFine());
        assertThat(cancel.done()).isTrue();
        assertThat(Clew.parse(Whereabouts.class, clew.run("where-terminated", "--json", id).isFine()).causes())
                .hasSize(1);
    }

    @Test
    void aliasesMeanTheirCommands() {
        assertThat(clew.run("p").isFine().out()).contains("main");
        clew.run("pt").isFine();
        clew.run("pst").isFine();
        clew.run("st").isFine();
    }

    @Test
    void aScriptReturnsTheWorstStatusOfItsLines() {
        Finished fine = clew.script("ps\nstatus\n\n", "-p", Long.toString(program.pid())).isFine();
        assertThat(fine.out()).contains("main", "harbour").doesNotContain("clew " + program.pid() + ">");

        Finished absent = clew.script("ps\nwhere 987654321\nps\n", "-p", Long.toString(program.pid()));
        assertThat(absent.status()).isEqualTo(1);
        assertThat(absent.err().lines()).singleElement().asString().startsWith("clew: no task 987654321");

        Finished wrong = clew.script("where 987654321\nwehre\nps\nexit\nnonsense\n", "-p",
                Long.toString(program.pid()));
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err().lines()).hasSize(2);
        assertThat(wrong.out()).contains("main");
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void runPassesOnTheExitStatusInputAndOutput(Jdk jdk) {
        Clew running = Clew.at(Scratch.directory("s"));
        Finished run = running.script("sum\nthreads\n", "run", "--option", "dir=" + running.sockets(), "--",
                jdk.program("java"), "-cp", SOURCES.classPath(jdk), "Bystander");
        assertThat(run.status()).isEqualTo(7);
        assertThat(run.out()).startsWith("ready\ndone sum 15\ndone threads ");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void listShowsWhatIsWatchedAndWhatIsNot(Jdk jdk) {
        try (Program alone = Launch.of(jdk, SOURCES, "Bystander").start()) {
            String list = clew.run("list").isFine().out();
            assertThat(list).containsPattern(program.pid() + "\\b.*\\bharbour\\b.*\\byes\\b")
                    .containsPattern(alone.pid() + "\\b.*\\bBystander\\b.*\\bno\\b");
            String json = clew.run("list", "--json").isFine().out();
            assertThat(json).contains("\"pid\":" + program.pid(), "\"pid\":" + alone.pid());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void theProgramItselfRunsOnEachJdk(Jdk jdk) {
        Clew other = clew.on(jdk);
        assertThat(other.run("ps").isFine().out()).contains("main");
        assertThat(other.run("version").isFine().out()).startsWith("clew ");
        assertThat(other.run("help").isFine().out()).contains("clew attach PID", "where-terminated");
        assertThat(other.run("jar").isFine().out().strip()).isEqualTo(Clew.jar().toString());
        try (Program program = Launch.of(jdk, SOURCES, "Bystander").start()) {
            Clew.at(program.sockets()).on(jdk).attach(program.pid()).isFine();
            assertThat(Clew.at(program.sockets()).on(jdk).run("ps").isFine().out()).contains("main");
        }
    }
}
