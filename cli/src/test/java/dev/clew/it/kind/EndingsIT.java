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

/** Every way to end is told apart, with the error, its observer and who did it. */
@ParameterizedClass
@MethodSource("dev.clew.it.harness.Setting#all")
class EndingsIT {

    private static Program program;
    private static Watched watched;

    @Parameter
    private Setting setting;

    @BeforeParameterizedClassInvocation
    static void start(Setting setting) {
        program = Launch.of(setting, Sources.of("Endings.java"), "Endings").start();
        watched = program.watched();
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        program.close();
    }

    @Test
    void aFailedSubmissionThatNobodyLooksAt() {
        program.tell("fail");
        watched.expectEnding().named("Unwatched").kind(Kind.POOL).outcome(Outcome.FAILED)
                .error("IllegalStateException", "broken Unwatched").observed(false).byItself().createdBy("main")
                .originFrame("Endings.fail").stackFrame("Failing.run").once();
    }

    @Test
    void aFailedSubmissionWhoseFutureIsAsked() {
        program.tell("failSeen");
        watched.expectEnding().named("Seen").outcome(Outcome.FAILED).observed(true).once();
    }

    @Test
    void failedWorkThatWasExecuted() {
        program.tell("failExecuted");
        watched.expectEnding().named("ExecutedBroken").kind(Kind.POOL).outcome(Outcome.FAILED)
                .error("IllegalStateException", "broken ExecutedBroken").originFrame("Endings.failExecuted").once();
    }

    @Test
    void aFailedStageThatNobodyLooksAt() {
        program.tell("failStage");
        watched.expectEnding().named("StageBroken").kind(Kind.FUTURE).outcome(Outcome.FAILED)
                .error("CompletionException", "java.lang.IllegalStateException: broken StageBroken").observed(false)
                .byItself().once();
    }

    @Test
    void aPeriodicTaskThatFailsInItsThirdRun() {
        program.tell("failPeriodically");
        Task task = watched.expectEnding().named("Flaky").kind(Kind.PERIODIC).outcome(Outcome.FAILED)
                .error("IllegalStateException", "third run").observed(false).createdBy("main")
                .originFrame("Endings.failPeriodically").once();
        assertThat(task.runs()).isEqualTo(3);
    }

    @Test
    void aThreadThatDiesOfAnUncaughtException() {
        program.tell("failUncaught");
        watched.expectEnding().named("careless").kind(Kind.THREAD).outcome(Outcome.FAILED)
                .error("IllegalStateException", "broken Uncaught").observed(true).createdBy("main").once();
    }

    @Test
    void aTimerTaskThatKillsItsTimer() {
        program.tell("failTimer");
        watched.expectEnding().named("TimerBroken").kind(Kind.TIMER).outcome(Outcome.FAILED)
                .error("IllegalStateException", "broken timer").once();
        watched.expectEnding().named("doomed").kind(Kind.THREAD).outcome(Outcome.FAILED).once();
    }

    @Test
    void runningWorkThatIsCancelled() {
        program.tell("cancelRunning");
        watched.expectEnding().named("Strangled").kind(Kind.POOL).outcome(Outcome.CANCELLED).act("cancel")
                .causedBy("strangler").causeFrame("Endings.lambda$strangle").createdBy("main").once();
    }

    @Test
    void queuedWorkThatIsCancelled() {
        program.tell("cancelQueued");
        watched.expectEnding().named("Waiting").kind(Kind.DELAYED).outcome(Outcome.CANCELLED).act("cancel")
                .causedBy("main").causeFrame("Endings.cancelQueued").once();
    }

    @Test
    void aStageThatIsCancelled() {
        program.tell("cancelStage");
        watched.expectEnding().named("StageStrangled").kind(Kind.FUTURE).outcome(Outcome.CANCELLED).act("cancel")
                .causedBy("strangler").once();
    }

    @Test
    void aPeriodicTaskThatIsCancelled() {
        program.tell("cancelPeriodic");
        watched.expectEnding().named("Stopped").kind(Kind.PERIODIC).outcome(Outcome.CANCELLED).act("cancel")
                .causedBy("strangler").once();
    }

    @Test
    void aTimerTaskThatIsCancelled() {
        program.tell("cancelTimerTask");
        watched.expectEnding().named("TimerStopped").kind(Kind.TIMER).outcome(Outcome.CANCELLED).act("cancel")
                .causedBy("main").once();
    }

    @Test
    void aTimerTaskWhoseTimerIsCancelled() {
        program.tell("abandonTimerTask");
        watched.expectEnding().named("TimerAbandoned").kind(Kind.TIMER).outcome(Outcome.ABANDONED).causedBy("main")
                .once();
    }

    @Test
    void aThreadThatIsInterrupted() {
        program.tell("interrupt");
        watched.expectEnding().named("victim").kind(Kind.THREAD).outcome(Outcome.INTERRUPTED).act("interrupt")
                .causedBy("offender").once();
    }

    @Test
    void workThatAFullPoolRejects() {
        program.tell("reject");
        watched.expectEnding().named("$1Refused").kind(Kind.POOL).outcome(Outcome.REJECTED)
                .originFrame("Endings.reject").times(2);
    }

    @Test
    void workThatIsQueuedWhenItsPoolIsShutDown() {
        program.tell("shutDown");
        watched.expectEnding().named("$1Stranded").outcome(Outcome.ABANDONED).act("shutdownNow").causedBy("closer")
                .times(2);
        watched.expectEnding().named("Occupant").outcome(Outcome.INTERRUPTED).act("shutdownNow").causedBy("closer")
                .once();
    }

    @Test
    void aPromiseThatIsCollectedBeforeItIsKept() {
        program.tell("losePromise");
        assertThat(Patience.until(() -> {
            program.tell("collect");
            return watched.ended(Kind.FUTURE).stream().anyMatch(task -> task.ending().outcome() == Outcome.LOST);
        })).as("an ending that is lost").isTrue();
        watched.expectEnding().kind(Kind.FUTURE).outcome(Outcome.LOST).createdBy("main")
                .originFrame("Endings.losePromise").once();
    }

    @Test
    void aPromiseThatTimesOut() {
        program.tell("timeOut");
        watched.expectEnding().kind(Kind.FUTURE).outcome(Outcome.TIMED_OUT).originFrame("Endings.timeOut").found();
    }

    @Test
    void aPromiseThatAnotherThreadBreaks() {
        program.tell("completeByAnother");
        watched.expectEnding().kind(Kind.FUTURE).outcome(Outcome.FAILED).originFrame("Endings.completeByAnother")
                .error("IllegalStateException", "spoilt").act("completeExceptionally").causedBy("spoiler").once();
    }
}
