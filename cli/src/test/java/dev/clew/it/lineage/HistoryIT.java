// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Arrival;
import dev.clew.it.harness.Jdk;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import dev.clew.it.harness.Watched;
import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import dev.clew.model.Task;
import dev.clew.model.answer.StatusReport;
import dev.clew.model.answer.TaskList;
import dev.clew.monitor.Question;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The history holds each task once, keeps to its bytes, and counts what it lost. */
class HistoryIT {

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void fiveHundredTasksOfOneNameHaveFiveHundredIds(Setting setting) {
        try (Program program = Launch.of(setting, Sources.of("Quarrel.java"), "Quarrel").start()) {
            program.tell("crowd 250");
            program.tell("collect");
            program.tell("crowd 250");
            List<Task> workers = program.watched().expectEnding().named("worker").kind(Kind.THREAD).times(500);
            assertThat(workers).extracting(Task::id).doesNotHaveDuplicates();
            assertThat(workers).extracting(Task::name).containsOnly("worker");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void aListTellsHowManyThereAreAndHowManyItShows(Setting setting) {
        try (Program program = Launch.of(setting, Sources.of("Quarrel.java"), "Quarrel").start()) {
            program.tell("crowd 20");
            program.tell("flood 30");
            Watched watched = program.watched();
            watched.expectEnding().named("worker").times(20);
            watched.expectEnding().named("Drop").times(30);
            TaskList drops = watched.ended("drop");
            assertThat(drops.shown()).isEqualTo(30);
            assertThat(drops.matching()).isEqualTo(30);
            assertThat(drops.total()).isGreaterThanOrEqualTo(50);
            TaskList few = watched.ask(TaskList.class, new Question.PsTerminated("drop", List.of(),
                    List.of(Outcome.RETURNED), null, 7, false, false, false, false));
            assertThat(few.tasks()).hasSize(7);
            assertThat(few.shown()).isEqualTo(7);
            assertThat(few.matching()).isEqualTo(30);
            assertThat(few.total()).isEqualTo(drops.total());
            String text = program.clew().ask(program.pid(), "ps-terminated", "drop").isFine().out();
            assertThat(text.lines().findFirst().orElseThrow()).contains(Long.toString(drops.total()), "showing 30");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void theHistoryKeepsToItsBytesAndCountsWhatItLost(Jdk jdk) {
        try (Program program = start(jdk, "memory=1m")) {
            program.tell("flood 20000");
            assertBounded(program.watched());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void preservedEndingsKeepToTheBytesToo(Jdk jdk) {
        try (Program program = start(jdk, "memory=1m", "preserve=Drop")) {
            program.tell("flood 20000");
            assertBounded(program.watched());
        }
    }

    private static void assertBounded(Watched watched) {
        watched.expectTask().named("Drop").gone();
        watched.expectEnding().named("Drop").found();
        StatusReport status = watched.status();
        assertThat(status.budget()).isEqualTo(1 << 20);
        assertThat(status.ended()).isGreaterThanOrEqualTo(20_000);
        assertThat(status.lost()).isPositive();
        assertThat(status.kept() + status.lost()).isBetween(status.ended() - 50, status.ended() + 50);
        long bytes = status.memory().stream().mapToLong(StatusReport.Part::bytes).sum();
        assertThat(bytes).as(status.memory().toString()).isLessThan(2 * status.budget());
        assertThat(watched.ended((String) null).dropped()).isEqualTo(watched.status().lost());
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void cancellingWhatHasEndedLeavesNothingBehind(Jdk jdk) {
        try (Program program = start(jdk, "memory=1m")) {
            assertThat(program.tell("cancelFinished 3000")).isEqualTo("0");
            Watched watched = program.watched();
            Task done = watched.expectEnding().named("Done").outcome(Outcome.RETURNED).byItself().once();
            assertThat(watched.whereTerminated(done).causes()).isEmpty();
            assertThat(watched.status().kept()).isLessThan(100);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void whereTerminatedOfATaskWhoseCancellerIsNoLongerHeld(Jdk jdk) {
        try (Program program = start(jdk, "memory=1m", "preserve=*$Child")) {
            program.tell("cancelChild");
            program.tell("open Parent");
            Watched watched = program.watched();
            Task parent = watched.expectEnding().named("Quarrel$Parent").once();
            program.tell("flood 80000");
            Task child = watched.expectEnding().named("Quarrel$Child").outcome(Outcome.CANCELLED).once();
            assertThat(child.preserved()).isTrue();
            var cause = watched.whereTerminated(child).causes();
            assertThat(cause).hasSize(1);
            assertThat(cause.get(0).task()).isEqualTo(parent.id());
            assertThat(cause.get(0).name()).isEqualTo("Quarrel$Parent");
            assertThat(cause.get(0).present()).isEqualTo("dropped");
            program.clew().ask(program.pid(), "where", Long.toString(parent.id())).refused(1, "no longer held");
        }
    }

    private static Program start(Jdk jdk, String... options) {
        Launch launch = Launch.of(jdk, Sources.of("Quarrel.java"), "Quarrel").agent(Arrival.AT_START);
        for (String option : options) {
            launch.option(option);
        }
        return launch.start();
    }
}
