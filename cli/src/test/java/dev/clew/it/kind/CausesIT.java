// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.EndingExpectation;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import dev.clew.it.harness.Watched;
import dev.clew.model.Cause;
import dev.clew.model.Frame;
import dev.clew.model.Kind;
import dev.clew.model.OriginStep;
import dev.clew.model.Outcome;
import dev.clew.model.Task;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever ends a task is told with the task that stands behind it, what that called, and from where. */
@ParameterizedClass
@MethodSource("dev.clew.it.harness.Setting#all")
class CausesIT {

    private static Program program;
    private static Watched watched;

    @Parameter
    private Setting setting;

    @BeforeParameterizedClassInvocation
    static void start(Setting setting) {
        program = Launch.of(setting, Sources.of("Causes.java"), "Causes").start();
        watched = program.watched();
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        program.close();
    }

    private static EndingExpectation promise(String method) {
        program.tell(method);
        return watched.expectEnding().kind(Kind.FUTURE).originFrame("Causes." + method);
    }

    @Test
    void anErrorThatIsForcedOnAPromise() {
        promise("obtrudeError").outcome(Outcome.FAILED).error("IllegalStateException", "forced").act("obtrude")
                .causedBy("error-obtruder").causeFrame("CompletableFuture.obtrudeException").once();
    }

    @Test
    void aValueThatIsForcedOnAPromise() {
        promise("obtrudeValue").outcome(Outcome.RETURNED).act("obtrude").causedBy("value-obtruder")
                .causeFrame("CompletableFuture.obtrudeValue").once();
    }

    @Test
    void whatIsForcedOnAnEndedPromiseLeavesItsEndingAsItWas() {
        promise("obtrudeEnded").outcome(Outcome.RETURNED).byItself().once();
    }

    @Test
    void aPromiseThatIsCancelled() {
        promise("cancelPromise").outcome(Outcome.CANCELLED).act("cancel").causedBy("promise-canceller")
                .causeFrame("CompletableFuture.cancel").once();
    }

    @Test
    void aStageWhoseSourceFailsIsFollowedToWhoeverBrokeTheSource() {
        program.tell("failDependent");
        Task stage = watched.expectEnding().named("thenApply").outcome(Outcome.FAILED)
                .originFrame("Causes.failDependent").act("dependency").once();
        List<Cause> causes = watched.whereTerminated(stage).causes();
        assertThat(causes).extracting(Cause::act).containsExactly("completeExceptionally", "dependency");
        assertThat(causes.get(0).name()).isEqualTo("source-breaker");
    }

    @Test
    void aStageThatFailsWhereItIsMade() {
        program.tell("failAtOnce");
        watched.expectEnding().named("thenApply").outcome(Outcome.FAILED).originFrame("Causes.failAtOnce").byItself()
                .once();
    }

    @Test
    void aTimeoutIsToldWithWhoeverAskedForIt() {
        Task task = promise("orTimeout").outcome(Outcome.TIMED_OUT).act("timeout").causedBy("impatient")
                .causeFrame("CompletableFuture.orTimeout").causeFrame("Causes.lambda$orTimeout").once();
        assertThat(task.ending().cause().thread()).isEqualTo("impatient");
        assertThat(task.ending().cause().reason()).matches("asked for \\d+ ms before");
        Cause cause = watched.whereTerminated(task).causes().get(0);
        assertThat(cause.present()).isEqualTo("returned");
        assertThat(creators(cause)).containsExactly("main");
        Task asker = watched.expectEnding().named("impatient").once();
        assertThat(watched.where(asker).victims()).singleElement()
                .satisfies(victim -> assertThat(victim.task()).isEqualTo(task.id()));
        assertThat(text(task)).contains("`impatient` (now returned) set the time limit of future " + task.id(),
                "WHERE thread " + asker.id() + " `impatient` CAME FROM, root first");
    }

    @Test
    void aValueThatATimeoutGivesIsToldWithWhoeverAskedForIt() {
        promise("completeOnTimeout").outcome(Outcome.RETURNED).act("timeout").causedBy("content")
                .causeFrame("CompletableFuture.completeOnTimeout").once();
    }

    @Test
    void whatATimeoutSetsOffIsNotTheTimeoutsDoing() {
        program.tell("keepAfterTimeout");
        watched.expectEnding().named("promise").kind(Kind.FUTURE).outcome(Outcome.RETURNED)
                .originFrame("Causes.keepAfterTimeout").byItself().once();
    }

    @Test
    void theOthersWhenAnyIsEnough() {
        program.tell("invokeAny");
        watched.expectEnding().named("AnyLoser").kind(Kind.POOL).outcome(Outcome.CANCELLED).act("invokeAny")
                .causedBy("chooser").causeFrame("Causes.lambda$invokeAny").once();
    }

    @Test
    void theOthersWhenAnyIsEnoughInAForkJoinPool() {
        program.tell("invokeAnyForked");
        watched.expectEnding().named("ForkedLoser").kind(Kind.FORKJOIN).outcome(Outcome.CANCELLED).act("invokeAny")
                .causedBy("fork-chooser").causeFrame("Causes.lambda$invokeAnyForked").once();
    }

    @Test
    void theLateOnesOfAll() {
        program.tell("invokeAll");
        watched.expectEnding().named("AllLate").kind(Kind.POOL).outcome(Outcome.CANCELLED).act("invokeAll")
                .causedBy("caller").causeFrame("Causes.lambda$invokeAll").once();
    }

    @Test
    void delayedAndPeriodicTasksWhenTheirPoolIsShutDownAtOnce() {
        program.tell("shutDownScheduler");
        watched.expectEnding().named("$1Later").outcome(Outcome.ABANDONED).act("shutdownNow")
                .causedBy("scheduler-stopper").times(2);
    }

    @Test
    void aPeriodicTaskWhenItsPoolIsShutDown() {
        program.tell("shutDownSchedulerGently");
        watched.expectEnding().named("NeverAgain").kind(Kind.PERIODIC).outcome(Outcome.CANCELLED).act("shutdown")
                .causedBy("gentle-stopper").once();
    }

    @Test
    void queuedForksWhenTheirPoolIsShutDownAtOnce() {
        program.tell("shutDownForks");
        watched.expectEnding().named("ForkBusy").outcome(Outcome.INTERRUPTED).act("shutdownNow")
                .causedBy("fork-stopper").causeFrame("ForkJoinPool.shutdownNow").once();
        watched.expectEnding().named("ForkQueued").outcome(Outcome.CANCELLED).act("shutdownNow")
                .causedBy("fork-stopper").causeFrame("ForkJoinPool.shutdownNow").times(20);
    }

    @Test
    void forksThatAnyOtherThreadHelpsToCancel() {
        program.tell("stopForksWithHelp");
        watched.expectEnding().named("HelpedFork").outcome(Outcome.CANCELLED).act("shutdownNow")
                .causedBy("help-stopper").times(20);
    }

    @Test
    void aForkThatIsCancelled() {
        program.tell("cancelFork");
        watched.expectEnding().named("ForkCancelled").kind(Kind.FORKJOIN).outcome(Outcome.CANCELLED).act("cancel")
                .causedBy("fork-canceller").once();
    }

    @Test
    void aForkThatSomebodyElseBreaks() {
        program.tell("breakFork");
        watched.expectEnding().named("ForkBroken").outcome(Outcome.FAILED).error("IllegalStateException", "snapped")
                .act("completeExceptionally").causedBy("fork-breaker").once();
    }

    @Test
    void aForkThatFails() {
        program.tell("failFork");
        watched.expectEnding().named("ForkFailing").outcome(Outcome.FAILED).byItself().once();
    }

    @Test
    void aCompleterWhoseChildFails() {
        program.tell("failCompleter");
        watched.expectEnding().named("Leaf").outcome(Outcome.FAILED).byItself().once();
        watched.expectEnding().named("Trunk").outcome(Outcome.FAILED).act("dependency").causedBy("Leaf").once();
    }

    @Test
    void aTimerTaskWhoseTimerIsCancelled() {
        program.tell("cancelTimer");
        watched.expectEnding().named("TimerLeft").outcome(Outcome.ABANDONED).act("timer cancel")
                .causedBy("timer-canceller").once();
    }

    @Test
    void aTimerTaskWhoseTimerDiesOfAnother() {
        program.tell("killTimer");
        watched.expectEnding().named("TimerKiller").outcome(Outcome.FAILED).byItself().once();
        Task orphan = watched.expectEnding().named("TimerOrphan").outcome(Outcome.ABANDONED).act("timer died")
                .causedBy("mortal").once();
        watched.expectEnding().named("mortal").outcome(Outcome.FAILED).once();
        assertThat(text(orphan)).contains("`mortal` (now failed) died, and with it timer task " + orphan.id());
    }

    @Test
    void workThatIsRejected() {
        program.tell("reject");
        watched.expectEnding().named("Unwanted").outcome(Outcome.REJECTED).act("reject").causedBy("applicant")
                .causeFrame("Causes.lambda$reject").once();
    }

    @Test
    void aCancelThatWasScheduledLeadsBackToWhoeverScheduledIt() {
        program.tell("cancelLater");
        Task doomed = watched.expectEnding().named("Doomed").outcome(Outcome.CANCELLED).causedBy("Hangman").once();
        watched.expectEnding().named("Hangman").outcome(Outcome.RETURNED).once();
        Cause cause = watched.whereTerminated(doomed).causes().get(0);
        assertThat(cause.present()).isEqualTo("returned");
        assertThat(creators(cause)).containsExactly("main", "judge");
        assertThat(cause.origin().get(cause.origin().size() - 1).stack()).extracting(Frame::method)
                .anyMatch(method -> method.startsWith("lambda$cancelLater"));
        assertThat(text(doomed)).contains("WHERE delayed task " + cause.task(), "`judge` created delayed task");
    }

    @Test
    void theCauseOfACauseIsToldWithWhereEachCameFrom() {
        program.tell("cancelChain");
        Task first = watched.expectEnding().named("$1First").outcome(Outcome.CANCELLED).once();
        watched.expectEnding().named("$1Second").outcome(Outcome.CANCELLED).once();
        List<Cause> causes = watched.whereTerminated(first).causes();
        assertThat(causes).extracting(Cause::name).containsExactly("chain-beginner", "Causes$1Second");
        assertThat(causes).extracting(Cause::present).containsExactly("running", "cancelled");
        assertThat(causes).allSatisfy(cause -> assertThat(creators(cause)).containsExactly("main"));
        program.tell("open chain-beginner");
    }

    /** Returns the names of the tasks that led to the one that acted; what was before an attach has none. */
    private static List<String> creators(Cause cause) {
        return cause.origin().stream().map(OriginStep::name).filter(Objects::nonNull).toList();
    }

    private static String text(Task task) {
        return program.clew().ask(program.pid(), "where-terminated", Long.toString(task.id())).isFine().out();
    }
}
