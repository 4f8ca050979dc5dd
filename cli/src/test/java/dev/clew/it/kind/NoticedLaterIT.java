// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Patience;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import dev.clew.it.harness.Watched;
import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import dev.clew.model.Task;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether anyone looked at a failure is told for what only newer JDKs have, too. */
@ParameterizedClass(allowZeroInvocations = true)
@MethodSource("dev.clew.it.harness.Setting#withVirtualThreads")
class NoticedLaterIT {

    private static Program program;
    private static Watched watched;

    @Parameter
    private Setting setting;

    @BeforeParameterizedClassInvocation
    static void start(Setting setting) {
        program = Launch.of(setting, Sources.of("NoticedLater.java").preview(true), "NoticedLater").start();
        watched = program.watched();
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        program.close();
    }

    @ParameterizedTest
    @CsvSource({
        "exceptionNow, $1Shown", "stageExceptionNow, StageShown", "forkExceptionNow, ForkShown"
    })
    void whoeverIsHandedAFailureHasLookedAtIt(String command, String name) {
        program.tell(command);
        watched.expectEnding().named(name).outcome(Outcome.FAILED).observed(true).byItself().once();
    }

    @ParameterizedTest
    @CsvSource({"askNow, $1Asked", "stageAskNow, StageAsked", "forkAskNow, ForkAsked"})
    void whoeverOnlyAsksForTheResultOrTheStateHasNotLooked(String command, String name) {
        program.tell(command);
        watched.expectEnding().named(name).outcome(Outcome.FAILED).forsaken(false).once();
    }

    @Test
    void futuresThatAreBoundToAThread() {
        program.tell("threadExceptionNow");
        watched.expectEnding().kind(Kind.VIRTUAL).error("IllegalStateException", "broken ThreadShown").observed(true)
                .outcome(Outcome.FAILED).once();
        program.tell("threadAskNow");
        watched.expectEnding().kind(Kind.VIRTUAL).error("IllegalStateException", "broken ThreadAsked").forsaken(false)
                .outcome(Outcome.FAILED).once();
        program.tell("threadForget");
        assertThat(Patience.until(() -> {
            program.tell("collect");
            return watched.ended("broken ThreadForgotten").tasks().stream()
                    .anyMatch(task -> task.ending().collectedAt() != null);
        })).as("that the future is told to be collected").isTrue();
        watched.expectEnding().error("IllegalStateException", "broken ThreadForgotten").forsaken(true).once();
    }

    @Test
    void aPeriodicTaskOfAForkJoinPoolThatStops() {
        program.tell("repeatByForkJoin");
        watched.expectEnding().named("Pulse").kind(Kind.PERIODIC).outcome(Outcome.FAILED).observed(false).runs(3)
                .error("IllegalStateException", "broken Pulse").once();
    }

    @Test
    void whatAThreadThrowsAfterItsFuturesCancelIsKept() {
        program.tell("lateThread");
        program.tell("open LateThread");
        Task task = watched.expectEnding().kind(Kind.VIRTUAL).outcome(Outcome.CANCELLED).withoutError()
                .late("IllegalArgumentException", "late LateThread", false).act("cancel").causedBy("main").once();
        assertThat(program.clew().ask(program.pid(), "where-terminated", Long.toString(task.id())).isFine().out())
                .contains("Dropped after the cancel, never seen by anyone: java.lang.IllegalArgumentException: late");
    }

    @Test
    void whoeverJoinsAScopeIsHandedWhatItsSubtaskThrew() {
        program.tell("joinFailing");
        watched.expectEnding().kind(Kind.SUBTASK).error("IllegalStateException", "broken joined").observed(true)
                .createdBy("joins").once();
    }

    @Test
    void aScopeThatIsNeverJoinedLeavesTheFailureUnobserved() {
        program.tell("neverJoin");
        watched.expectEnding().kind(Kind.SUBTASK).error("IllegalStateException", "broken unjoined").forsaken(false)
                .createdBy("never joins").once();
    }

    @Test
    void subtasksThatAreAskedOrNot() {
        program.tell("lookAtSubtask");
        watched.expectEnding().kind(Kind.SUBTASK).error("IllegalStateException", "broken looked at").observed(true)
                .once();
        program.tell("ignoreSubtask");
        watched.expectEnding().kind(Kind.SUBTASK).error("IllegalStateException", "broken ignored").forsaken(false)
                .once();
        program.tell("customJoiner");
        watched.expectEnding().kind(Kind.SUBTASK).error("IllegalStateException", "broken customised").observed(true)
                .once();
    }

    @Test
    void whatACancelledScopeThrowsAway() {
        program.tell("throwAway");
        List<Task> subtasks = watched.expectEnding().kind(Kind.SUBTASK).createdBy("throws away").times(3);
        assertThat(subtasks).extracting(Task::note).containsExactlyInAnyOrder(null,
                "its scope had been cancelled and threw away its result",
                "its scope had been cancelled and threw away its error");
        watched.expectEnding().kind(Kind.SUBTASK).outcome(Outcome.FAILED).observed(false)
                .error("IllegalArgumentException", "late sulker").once();
    }
}
