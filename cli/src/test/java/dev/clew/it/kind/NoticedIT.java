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
import dev.clew.model.answer.TaskList;
import dev.clew.monitor.Question;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether anyone looked at a failure is told, whichever way they looked, and when nobody can any more. */
@ParameterizedClass
@MethodSource("dev.clew.it.harness.Setting#all")
class NoticedIT {

    private static Program program;
    private static Watched watched;

    @Parameter
    private Setting setting;

    @BeforeParameterizedClassInvocation
    static void start(Setting setting) {
        program = Launch.of(setting, Sources.of("Noticed.java"), "Noticed").start();
        watched = program.watched();
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        program.close();
    }

    @ParameterizedTest
    @CsvSource({
        "get, Got", "getInTime, GotInTime", "invokeAll, AllAsked", "getPeriodic, Ticking", "rethrow, Inner",
        "stageGet, StageGot", "stageJoin, StageJoined", "stageGetNow, StageGotNow", "stageHandled, $1Handled",
        "stageHandledLater, HandledLater", "stageExceptionallyComposed, $1Composed", "stageWatched, $1Completed",
        "forkGet, ForkGot", "forkJoin, ForkJoined", "forkInvoke, ForkInvoked", "forkException, ForkAsked",
        "forkExecuted, ForkExecuted", "joinOn, JoinedOn"
    })
    void whoeverIsHandedAFailureHasLookedAtIt(String command, String name) {
        program.tell(command);
        watched.expectEnding().named(name).outcome(Outcome.FAILED).observed(true).byItself().once();
    }

    @ParameterizedTest
    @CsvSource({
        "keepUnasked, Kept", "askWhetherDone, $1Done", "stageUnasked, StageKept", "stageAskWhetherFailed, StageAsked",
        "stageHandlerNeverRuns, Unhandled", "forkUnasked, ForkKept", "forkQuietly, ForkQuiet", "rethrow, Outer",
        "joinOn, JoiningOn"
    })
    void whoeverOnlyAsksWhetherSomethingFailedHasNotLooked(String command, String name) {
        program.tell(command);
        watched.expectEnding().named(name).outcome(Outcome.FAILED).forsaken(false).found();
    }

    @Test
    void whoeverLooksAtADependentStageHasLookedAtItsSource() {
        program.tell("stageRelayed");
        watched.expectEnding().named("Relayed").outcome(Outcome.FAILED).observed(true).byItself().once();
        watched.expectEnding().originFrame("Noticed.stageRelayed").outcome(Outcome.FAILED).observed(true).times(4);
    }

    @Test
    void whoeverMerelyCompletesAnotherFutureWithAFailureLeavesThatOneToBeLookedAt() {
        program.tell("bridge");
        watched.expectEnding().originFrame("Noticed.bridge").kind(Kind.FUTURE).act("completeExceptionally")
                .outcome(Outcome.FAILED).forsaken(false).once();
        watched.expectEnding().named("runAsync Noticed$1Bridged").outcome(Outcome.FAILED).observed(true).once();
    }

    @Test
    void stagesThatMerelyPassAFailureOnHaveNotLooked() {
        program.tell("stageRelayedUnasked");
        watched.expectEnding().named("RelayedUnasked").outcome(Outcome.FAILED).forsaken(false).once();
        watched.expectEnding().originFrame("Noticed.stageRelayedUnasked").outcome(Outcome.FAILED).observed(true)
                .gone();
    }

    @Test
    void aTimeoutThatNobodyLooksAt() {
        program.tell("stageTimed");
        watched.expectEnding().originFrame("Noticed.stageTimed").outcome(Outcome.TIMED_OUT).forsaken(false).found();
    }

    @Test
    void aFailureWhoseFutureIsGoneIsNeverLookedAt() {
        program.tell("forget");
        watched.expectEnding().named("Forgotten").outcome(Outcome.FAILED).observed(false).once();
        assertThat(Patience.until(() -> {
            program.tell("collect");
            return watched.ended("Forgotten").tasks().get(0).ending().collectedAt() != null;
        })).as("that the future is told to be collected").isTrue();
        Task task = watched.expectEnding().named("Forgotten").forsaken(true).once();
        assertThat(task.ending().collectedAt()).isAfterOrEqualTo(task.ending().at());
        assertThat(unobserved()).extracting(Task::name).anyMatch(name -> name.contains("Forgotten"));
        String text = program.clew().ask(program.pid(), "where-terminated", Long.toString(task.id())).isFine().out();
        assertThat(text).containsPattern("Never observed: its future was collected .* later\\.")
                .doesNotContain("Nobody has looked");

        program.tell("keepUnasked");
        Task kept = watched.expectEnding().named("Noticed$1Kept").forsaken(false).found();
        program.tell("collect");
        assertThat(program.clew().ask(program.pid(), "where-terminated", Long.toString(kept.id())).isFine().out())
                .contains("Nobody has looked at this failure.");
    }

    private static List<Task> unobserved() {
        return watched.ask(TaskList.class,
                new Question.PsTerminated(null, List.of(), List.of(), null, 0, false, true, false, true)).tasks();
    }

    @ParameterizedTest
    @CsvSource({"lateFuture, LateFuture", "lateFork, LateFork"})
    void whatWorkThrowsAfterItsCancelIsKept(String command, String name) {
        program.tell(command);
        watched.expectEnding().named(name).outcome(Outcome.CANCELLED).act("cancel").causedBy("main").once();
        program.tell("open " + name);
        Task task = watched.expectEnding().named(name).outcome(Outcome.CANCELLED).withoutError().observedUnknown()
                .late("IllegalArgumentException", "late " + name, false).once();
        assertThat(task.ending().late().error().stack().get(0).method()).isEqualTo("throwLate");
        assertThat(unobserved()).extracting(Task::id).contains(task.id());
        var clew = program.clew();
        assertThat(clew.ask(program.pid(), "where-terminated", Long.toString(task.id())).isFine().out())
                .contains("Dropped after the cancel, never seen by anyone: java.lang.IllegalArgumentException: late "
                        + name + "\n    at ");
        assertThat(clew.ask(program.pid(), "ps-terminated", "--unobserved", "late " + name).isFine().out())
                .contains("! cancelled", "then IllegalArgumentException: late");
    }

    @Test
    void whatTheInterruptOfACancelThrowsIsToldAndNoFailure() {
        program.tell("lateInterrupt");
        Task task = watched.expectEnding().named("LateInterrupt").outcome(Outcome.CANCELLED).withoutError()
                .late("IllegalStateException", "stopped", null).once();
        assertThat(unobserved()).extracting(Task::id).doesNotContain(task.id());
    }

    @ParameterizedTest
    @CsvSource({
        "lateStage, LateStage, cancelled, after the cancel",
        "lateAfterTimeout, LateAfterTimeout, timed-out, after its time was over",
        "lateAfterValue, LateAfterValue, returned, after it was completed"
    })
    void whatAStageThrowsAfterItsEndIsKept(String command, String name, String outcome, String words) {
        program.tell(command);
        program.tell("open " + name);
        Task task = watched.expectEnding().named(name).kind(Kind.FUTURE)
                .late("IllegalArgumentException", "late " + name, false).once();
        assertThat(task.ending().outcome().word()).isEqualTo(outcome);
        assertThat(program.clew().ask(program.pid(), "where-terminated", Long.toString(task.id())).isFine().out())
                .contains("Dropped " + words + ", never seen by anyone: java.lang.IllegalArgumentException: late");
    }
}
