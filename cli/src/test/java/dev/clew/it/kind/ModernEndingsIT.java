// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import dev.clew.it.harness.Watched;
import dev.clew.model.Cause;
import dev.clew.model.Fate;
import dev.clew.model.Frame;
import dev.clew.model.Interruption;
import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import dev.clew.model.Task;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Endings and interrupts of the ways that only newer JDKs have. */
@ParameterizedClass(allowZeroInvocations = true)
@MethodSource("dev.clew.it.harness.Setting#withVirtualThreads")
class ModernEndingsIT {

    private static Program program;
    private static Watched watched;

    @Parameter
    private Setting setting;

    @BeforeParameterizedClassInvocation
    static void start(Setting setting) {
        program = Launch.of(setting, Sources.of("ModernEndings.java").preview(true), "ModernEndings").start();
        watched = program.watched();
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        program.close();
    }

    private static Interruption only(Task task) {
        List<Interruption> interrupts = watched.where(task).interrupts();
        assertThat(interrupts).as(interrupts.toString()).hasSize(1);
        return interrupts.get(0);
    }

    @Test
    void theThreadsOfAnExecutorThatIsShutDownAtOnce() {
        program.tell("shutDownPerTask");
        watched.expectEnding().named("PerTaskStopped").kind(Kind.VIRTUAL).outcome(Outcome.INTERRUPTED)
                .act("shutdownNow").causedBy("per-task-stopper").once();
        program.tell("shutDownPlatformPerTask");
        watched.expectEnding().named("p-0").kind(Kind.THREAD).outcome(Outcome.INTERRUPTED).act("shutdownNow")
                .causedBy("platform-stopper").once();
    }

    @Test
    void aThreadPerTaskWhoseFutureIsCancelled() {
        program.tell("cancelPerTask");
        watched.expectEnding().named("PerTaskCancelled").kind(Kind.VIRTUAL).outcome(Outcome.CANCELLED).act("cancel")
                .causedBy("per-task-canceller").once();
    }

    @Test
    void theOthersWhenAnyIsEnough() {
        program.tell("invokeAnyPerTask");
        watched.expectEnding().kind(Kind.VIRTUAL).act("invokeAny").causedBy("per-task-chooser")
                .originFrame("ModernEndings.lambda$invokeAnyPerTask").found();
    }

    @Test
    void whatRunsAndWaitsWhenTheClosingOfItsPoolIsInterrupted() {
        program.tell("closeInterrupted");
        Task running = watched.expectEnding().named("ClosedRunning").outcome(Outcome.INTERRUPTED).act("close")
                .causedBy("pool-closer").causeFrame("ExecutorService.close").once();
        watched.expectEnding().named("ClosedQueued").outcome(Outcome.ABANDONED).act("close").causedBy("pool-closer")
                .once();
        watched.expectEnding().named("pool-closer").outcome(Outcome.INTERRUPTED).once();
        assertThat(watched.whereTerminated(running).causes()).extracting(Cause::name)
                .containsExactly("disturber of pool-closer", "pool-closer");
        assertThat(watched.whereTerminated(running).causes()).extracting(Cause::act)
                .containsExactly("interrupt", "close");
    }

    @Test
    void theThreadsOfAnExecutorWhoseClosingIsInterrupted() {
        program.tell("closePerTaskInterrupted");
        watched.expectEnding().named("ClosedPerTask").outcome(Outcome.INTERRUPTED).act("close")
                .causedBy("per-task-closer").once();
    }

    @Test
    void theForksOfAPoolWhoseClosingIsInterrupted() {
        program.tell("closeForksInterrupted");
        watched.expectEnding().named("$1ClosedForkQueued").outcome(Outcome.CANCELLED).act("close")
                .causedBy("fork-closer").once();
        watched.expectEnding().named("$1ClosedFork").outcome(Outcome.INTERRUPTED).act("close").causedBy("fork-closer")
                .causeFrame("ForkJoinPool.close").once();
    }

    @Test
    void aForkWithATimeLimit() {
        program.tell("submitWithTimeout");
        watched.expectEnding().named("TimedFork").outcome(Outcome.CANCELLED).act("timeout").causedBy("fork-timer")
                .causeFrame("ForkJoinPool.submitWithTimeout").once();
    }

    @Test
    void aSubtaskWhoseScopeRanOutOfTime() {
        assertThat(program.tell("timeOutScope")).isEqualTo("timeout");
        Task task = watched.expectEnding().kind(Kind.SUBTASK).outcome(Outcome.INTERRUPTED).act("timeout")
                .causedBy("scope-timer").causeFrame("StructuredTaskScopeImpl.open")
                .causeFrame("ModernEndings.lambda$timeOutScope").once();
        Interruption interrupt = only(task);
        assertThat(interrupt.fate()).isEqualTo(Fate.RECEIVED);
        assertThat(interrupt.by().name()).isEqualTo("scope-timer");
    }

    @Test
    void aSubtaskWhoseScopeIsClosedBeforeItIsOver() {
        program.tell("closeScope");
        watched.expectEnding().kind(Kind.SUBTASK).outcome(Outcome.INTERRUPTED).act("close").causedBy("scope-closer")
                .causeFrame("ModernEndings.lambda$closeScope").once();
    }

    @Test
    void aSubtaskWhoseOwnerIsInterruptedInItsJoin() {
        program.tell("interruptJoin");
        Task subtask = watched.expectEnding().kind(Kind.SUBTASK).outcome(Outcome.INTERRUPTED).act("close")
                .causedBy("scope-owner").once();
        watched.expectEnding().named("scope-owner").once();
        assertThat(watched.whereTerminated(subtask).causes()).extracting(Cause::name)
                .containsExactly("join-breaker", "scope-owner");
    }

    @Test
    void theOthersWhenOneSubtaskIsEnough() {
        program.tell("firstSucceeds");
        Task fast = watched.expectEnding().kind(Kind.SUBTASK).createdBy("racer").outcome(Outcome.RETURNED).once();
        Task slow = watched.expectEnding().kind(Kind.SUBTASK).createdBy("racer").outcome(Outcome.INTERRUPTED)
                .act("scope cancel").once();
        assertThat(slow.ending().cause().task()).isEqualTo(fast.id());
    }

    @Test
    void anInterruptThatAVirtualThreadReceivedAndWentOn() {
        program.tell("swallow");
        Task task = watched.expectTask().named("v-swallower").kind(Kind.VIRTUAL).once();
        Interruption interrupt = only(task);
        assertThat(interrupt.by().name()).isEqualTo("v-nagger");
        assertThat(interrupt.fate()).isEqualTo(Fate.RECEIVED);
        assertThat(interrupt.stack()).extracting(Frame::method).contains("sleep");
        program.tell("open v-swallower-on");
        watched.expectEnding().named("v-swallower").outcome(Outcome.RETURNED).once();
    }

    @Test
    void anInterruptWhoseFlagAVirtualThreadCleared() {
        program.tell("clear");
        Interruption interrupt = only(watched.expectTask().named("v-deaf").once());
        assertThat(interrupt.by().name()).isEqualTo("v-nagger");
        assertThat(interrupt.fate()).isEqualTo(Fate.CLEARED);
        assertThat(interrupt.stack()).extracting(Frame::method).anyMatch(method -> method.startsWith("lambda$clear"));
        program.tell("open v-deaf-on");
    }

    @Test
    void anInterruptThatClosedTheSocketOfAVirtualThread() {
        program.tell("read");
        Interruption interrupt = only(watched.expectEnding().named("v-reader").once());
        assertThat(interrupt.by().name()).isEqualTo("v-nagger");
        assertThat(interrupt.as()).isEqualTo("SocketException");
        assertThat(interrupt.stack()).extracting(Frame::method).contains("park", "read");
    }
}
