// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import dev.clew.it.harness.Watched;
import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import dev.clew.model.State;
import dev.clew.model.Task;
import dev.clew.model.answer.TaskList;
import dev.clew.monitor.Question;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of task is seen with its creator, its origin and its ending. */
@ParameterizedClass
@MethodSource("dev.clew.it.harness.Setting#all")
class KindsIT {

    private static Program program;
    private static Watched watched;

    @Parameter
    private Setting setting;

    @BeforeParameterizedClassInvocation
    static void start(Setting setting) {
        program = Launch.of(setting, Sources.of("Kinds.java"), "Kinds").start();
        watched = program.watched();
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        program.close();
    }

    /** Has the program make a task that waits, checks both its ends, and returns the task as it was alive. */
    private Task follow(String command, String work, String name, Kind kind) {
        program.tell(command);
        Task task = watched.expectTask().named(name).kind(kind).createdBy("main").originFrame("Kinds." + command)
                .state(State.WAITING).waitingOn("CountDownLatch").stackFrame("Script.hold")
                .once();
        program.tell("open " + work);
        watched.expectEnding().named(name).kind(kind).createdBy("main").originFrame("Kinds." + command)
                .outcome(Outcome.RETURNED).byItself().once();
        watched.expectTask().named(name).gone();
        return task;
    }

    private Task follow(String command, String work, Kind kind) {
        return follow(command, work, work, kind);
    }

    @Test
    void aPlatformThread() {
        Task task = follow("startThread", "Threaded", "weaver", Kind.THREAD);
        assertThat(task.thread()).isEqualTo("weaver");
    }

    @Test
    void aRunnableSubmittedToAPool() {
        Task task = follow("submitToPool", "Submitted", Kind.POOL);
        assertThat(task.thread()).startsWith("pool-");
    }

    @Test
    void aCallableSubmittedToAPool() {
        follow("callInPool", "Called", Kind.POOL);
    }

    @Test
    void workExecutedByAPool() {
        Task task = follow("executeInPool", "Executed", Kind.POOL);
        assertThat(task.thread()).startsWith("pool-");
        assertThat(task.site().brief()).startsWith("Kinds.executeInPool:");
    }

    @Test
    void workExecutedByASubclassOfAPool() {
        follow("executeInSubclass", "Subclassed", Kind.POOL);
    }

    @Test
    void workSubmittedToASubclassOfAPool() {
        follow("submitToSubclass", "SubclassSubmitted", Kind.POOL);
    }

    @Test
    void aDelayedTaskThatRuns() {
        follow("delay", "Delayed", Kind.DELAYED);
    }

    @Test
    void aDelayedTaskThatWaitsForItsTime() {
        program.tell("delayForLong");
        watched.expectTask().named("Distant").kind(Kind.DELAYED).createdBy("main").originFrame("Kinds.delayForLong")
                .state(State.QUEUED).once();
    }

    @Test
    void aPeriodicTaskWithItsRuns() {
        program.tell("repeat");
        watched.expectTask().named("Repeated").kind(Kind.PERIODIC).createdBy("main").originFrame("Kinds.repeat")
                .runs(3).once();
    }

    @Test
    void aForkedTaskAndTheOneThatForkedIt() {
        program.tell("fork");
        watched.expectTask().named("Forking").kind(Kind.FORKJOIN).createdBy("main").originFrame("Kinds.fork")
                .stackFrame("Script.hold").once();
        watched.expectTask().named("Forked").kind(Kind.FORKJOIN).createdBy("Forking").originFrame("Forking.compute")
                .once();
        program.tell("open Forked");
        program.tell("open Forking");
        watched.expectEnding().named("Forked").outcome(Outcome.RETURNED).createdBy("Forking").byItself().once();
        watched.expectEnding().named("Forking").outcome(Outcome.RETURNED).createdBy("main").byItself().once();
    }

    @Test
    void workSubmittedToAForkJoinPool() {
        follow("submitToForkJoin", "ForkJoinSubmitted", Kind.FORKJOIN);
    }

    @Test
    void workExecutedByTheCommonPool() {
        follow("executeInCommonPool", "CommonExecuted", Kind.FORKJOIN);
    }

    @Test
    void anAsynchronousStage() {
        Task task = follow("supply", "Supplied", Kind.FUTURE);
        assertThat(task.name()).contains("supplyAsync");
    }

    @Test
    void anAsynchronousStageOnACustomExecutor() {
        Task task = follow("runOnCustomExecutor", "CustomRun", Kind.FUTURE);
        assertThat(task.thread()).isEqualTo("custom");
    }

    @Test
    void aDependentStageThatIsFoldedUntilItRuns() {
        program.tell("depend");
        watched.expectTask().named("Source").kind(Kind.FUTURE).state(State.WAITING).once();
        Task stage = watched.expectTask().named("thenApply").kind(Kind.FUTURE).createdBy("main")
                .originFrame("Kinds.depend").state(State.WAITING).once();
        assertThat(watched.where(stage).completers()).singleElement().asString().startsWith("future ");
        var folding = new Question.Ps("thenApply", List.of(), List.of(), null, 0, false, false, false);
        assertThat(watched.ask(TaskList.class, folding).tasks()).isEmpty();
        program.tell("open Source");
        watched.expectTask().named("thenApply").stackFrame("Script.hold").once();
        assertThat(watched.ask(TaskList.class, folding).tasks()).hasSize(1);
        program.tell("open Dependent");
        watched.expectEnding().named("thenApply").kind(Kind.FUTURE).createdBy("main").outcome(Outcome.RETURNED).once();
    }

    @Test
    void aPlainPromiseWithItsWaiter() {
        program.tell("promise");
        Task waiter = watched.expectTask().named("hopeful").kind(Kind.THREAD).stackFrame("CompletableFuture.join")
                .once();
        Task promise = watched.expectTask().kind(Kind.FUTURE).createdBy("main").originFrame("Kinds.promise")
                .state(State.WAITING).awaitedBy(waiter.id()).once();
        assertThat(watched.where(promise).completers()).singleElement().asString().contains("reference to it");
        program.tell("keepPromise");
        watched.expectEnding().kind(Kind.FUTURE).originFrame("Kinds.promise").outcome(Outcome.RETURNED).once();
    }

    @Test
    void aTimerTask() {
        Task task = follow("time", "Timed", Kind.TIMER);
        assertThat(task.thread()).isEqualTo("timer");
    }

    @Test
    void aTimerTaskOfATimerFromBeforeTheAttach() {
        follow("timeByAnOldTimer", "TimedByAnOldTimer", Kind.TIMER);
    }

    @Test
    void aRepeatedTimerTaskWithItsRuns() {
        program.tell("timeAgainAndAgain");
        watched.expectTask().named("Ticking").kind(Kind.TIMER).createdBy("main")
                .originFrame("Kinds.timeAgainAndAgain").runs(3).once();
    }

    @Test
    void workSubmittedToAHomemadeExecutor() {
        Task task = follow("submitToHomemade", "HomemadeSubmitted", Kind.POOL);
        assertThat(task.thread()).isEqualTo("homemade");
    }

    @Test
    void workExecutedByAnExecutorThatIsNotTheJdks() {
        program.tell("executeInPlainExecutor");
        watched.expectTask().named("PlainExecuted").kind(Kind.POOL).createdBy("main")
                .originFrame("Kinds.executeInPlainExecutor").stackFrame("Script.hold").once();
        program.tell("open PlainExecuted");
        watched.expectEnding().named("PlainExecuted").outcome(Outcome.RETURNED).once();
    }

    @Test
    void workSubmittedToACompletionService() {
        follow("submitToCompletionService", "ServiceSubmitted", Kind.POOL);
    }
}
