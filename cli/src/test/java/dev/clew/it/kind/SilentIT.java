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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Tasks that go without a word: they stop, are thrown away or refused, and nothing in the program says so. */
@ParameterizedClass
@MethodSource("dev.clew.it.harness.Setting#all")
class SilentIT {

    private static Program program;
    private static Watched watched;

    @Parameter
    private Setting setting;

    @BeforeParameterizedClassInvocation
    static void start(Setting setting) {
        program = Launch.of(setting, Sources.of("Silent.java"), "Silent").start();
        watched = program.watched();
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        program.close();
    }

    @Test
    void aPeriodicTaskThatStopsSaysAfterHowManyRuns() {
        program.tell("stopPeriodically");
        Task task = watched.expectEnding().named("Heart").kind(Kind.PERIODIC).outcome(Outcome.FAILED).observed(false)
                .error("IllegalStateException", "seventh beat").runs(7).byItself().once();
        assertThat(task.runs()).isEqualTo(7);
        assertThat(program.clew().ask(program.pid(), "where-terminated", Long.toString(task.id())).isFine().out())
                .contains("7 runs", "This was run 7, and it will not run again.");
    }

    @Test
    void aWorkerThatDiesOfItsWork() {
        program.tell("killWorker");
        Task work = watched.expectEnding().named("Deadly").kind(Kind.POOL).outcome(Outcome.FAILED).observed(true)
                .error("IllegalStateException", "deadly").originFrame("Silent.killWorker").once();
        assertThat(work.thread()).isEqualTo("mortal");
        watched.expectEnding().named("mortal").kind(Kind.THREAD).outcome(Outcome.FAILED).observed(true)
                .error("IllegalStateException", "deadly").once();
    }

    @Test
    void workThatAFullPoolDiscards() {
        program.tell("discard");
        watched.expectEnding().named("$1Discarded").outcome(Outcome.REJECTED).act("reject").causedBy("main")
                .causeFrame("Silent.discard").withoutError().times(3);
        watched.expectEnding().named("DiscardedSubmission").kind(Kind.POOL).outcome(Outcome.REJECTED).once();
        watched.expectEnding().named("DiscardedStage").kind(Kind.FUTURE).outcome(Outcome.REJECTED).once();
        watched.expectTask().named("$1Queued").once();
    }

    @Test
    void workThatNewerWorkPushesOut() {
        program.tell("discardOldest");
        Task newer = watched.expectTask().named("Pushing").once();
        watched.expectEnding().named("Pushed").outcome(Outcome.REJECTED).act("reject").causedBy("pusher")
                .reason("to make room for task " + newer.id() + " `Silent$1Pushing`").once();
    }

    @Test
    void workThatAClosedPoolDiscards() {
        program.tell("discardAfterShutdown");
        watched.expectEnding().named("Latecomer").outcome(Outcome.REJECTED).act("reject").causedBy("main")
                .causeFrame("Silent.discardAfterShutdown").once();
    }

    @Test
    void aRefusalThatALibrarySwallowsKeepsItsStack() {
        program.tell("swallowRejection");
        Task task = watched.expectEnding().named("Swallowed").outcome(Outcome.REJECTED).act("reject").causedBy("main")
                .causeFrame("Library.offer").originFrame("Library.offer").once();
        assertThat(task.ending().error().className()).isEqualTo("java.util.concurrent.RejectedExecutionException");
    }

    @Test
    void aStageWhoseExecutorRefusesIt() {
        program.tell("rejectStage");
        watched.expectEnding().named("Unwanted").kind(Kind.FUTURE).outcome(Outcome.REJECTED).act("reject")
                .error("RejectedExecutionException", "we are closed").causedBy("main")
                .causeFrame("Silent.rejectStage").originFrame("Silent.rejectStage").once();
    }

    @Test
    void aStageWhosePoolRefusesIt() {
        program.tell("rejectSuppliedStage");
        watched.expectEnding().kind(Kind.FUTURE).outcome(Outcome.REJECTED).act("reject").causedBy("main")
                .originFrame("Silent.rejectSuppliedStage").once();
    }

    @Test
    void aStageThatItsExecutorTookIsNotTouched() {
        program.tell("acceptStages");
        watched.expectEnding().originFrame("Silent.acceptStages").outcome(Outcome.RETURNED).byItself().times(3);
    }

    @Test
    void aDependentStageWhoseExecutorRefusesItFailsForAllToSee() {
        program.tell("rejectDependent");
        Task task = watched.expectEnding().named("thenApplyAsync").kind(Kind.FUTURE).outcome(Outcome.FAILED)
                .observed(false).originFrame("Silent.rejectDependent").once();
        assertThat(task.ending().error().causedBy().message()).isEqualTo("not today");
    }

    @Test
    void aStageOfCompleteSourcesWhoseExecutorRefusesItIsRejectedByWhoeverMadeIt() {
        program.tell("rejectDependentAtOnce");
        watched.expectEnding().kind(Kind.FUTURE).originFrame("Silent.rejectDependentAtOnce").outcome(Outcome.FAILED)
                .act("reject").causedBy("main").causeFrame("Silent.rejectDependentAtOnce").times(4);
    }

    @Test
    void aStageThatIsQueuedWhenItsPoolIsShutDown() {
        program.tell("abandonStage");
        watched.expectEnding().named("Stranded").kind(Kind.FUTURE).outcome(Outcome.ABANDONED).act("shutdownNow")
                .causedBy("closer").originFrame("Silent.abandonStage").once();
    }

    @Test
    void aSubmissionThatIsCollectedBeforeItRuns() {
        program.tell("loseSubmission");
        assertThat(Patience.until(() -> {
            program.tell("collect");
            return !watched.ended("Misplaced").tasks().isEmpty();
        })).as("an ending that is lost").isTrue();
        watched.expectEnding().named("Misplaced").kind(Kind.POOL).outcome(Outcome.LOST).byItself()
                .originFrame("Silent.loseSubmission").once();
    }
}
