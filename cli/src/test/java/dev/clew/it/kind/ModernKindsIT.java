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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The kinds of task that only newer JDKs have: virtual threads and subtasks of structured scopes. */
@ParameterizedClass(allowZeroInvocations = true)
@MethodSource("dev.clew.it.harness.Setting#withVirtualThreads")
class ModernKindsIT {

    private static Program program;
    private static Watched watched;

    @Parameter
    private Setting setting;

    @BeforeParameterizedClassInvocation
    static void start(Setting setting) {
        program = Launch.of(setting, Sources.of("Modern.java").preview(true), "Modern").start();
        watched = program.watched();
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        program.close();
    }

    @Test
    void aVirtualThread() {
        program.tell("startVirtual");
        watched.expectTask().named("drifter").kind(Kind.VIRTUAL).createdBy("main").originFrame("Modern.startVirtual")
                .state(State.WAITING).stackFrame("Script.hold").once();
        program.tell("open Drifting");
        watched.expectEnding().named("drifter").kind(Kind.VIRTUAL).outcome(Outcome.RETURNED).createdBy("main")
                .byItself().once();
    }

    @Test
    void aVirtualThreadWithoutANameGoesByItsWork() {
        program.tell("startUnnamed");
        watched.expectTask().named("Nameless").kind(Kind.VIRTUAL).createdBy("main").state(State.WAITING).once();
        program.tell("open Nameless");
        watched.expectEnding().named("Nameless").kind(Kind.VIRTUAL).outcome(Outcome.RETURNED).once();
    }

    @Test
    void aVirtualThreadThatFails() {
        program.tell("failVirtual");
        watched.expectEnding().named("sinker").kind(Kind.VIRTUAL).outcome(Outcome.FAILED)
                .error("IllegalStateException", "sunk").observed(true).once();
    }

    @Test
    void aVirtualThreadThatAnotherOneInterrupts() {
        program.tell("interruptVirtual");
        watched.expectEnding().named("becalmed").kind(Kind.VIRTUAL).outcome(Outcome.INTERRUPTED).act("interrupt")
                .causedBy("gust").once();
    }

    @Test
    void aThreadPerSubmission() {
        program.tell("submitPerTask");
        watched.expectTask().named("SubmittedPerTask").kind(Kind.VIRTUAL).createdBy("main")
                .originFrame("Modern.submitPerTask").state(State.WAITING).once();
        program.tell("open SubmittedPerTask");
        watched.expectEnding().named("SubmittedPerTask").outcome(Outcome.RETURNED).once();
    }

    @Test
    void aThreadPerCall() {
        program.tell("callPerTask");
        watched.expectTask().named("PerTaskCalled").kind(Kind.VIRTUAL).createdBy("main")
                .originFrame("Modern.callPerTask").state(State.WAITING).once();
        program.tell("open PerTaskCalled");
        watched.expectEnding().named("PerTaskCalled").outcome(Outcome.RETURNED).once();
    }

    @Test
    void aThreadPerExecution() {
        program.tell("executePerTask");
        watched.expectTask().named("per-task-").kind(Kind.VIRTUAL).createdBy("main")
                .originFrame("Modern.executePerTask").state(State.WAITING).once();
        program.tell("open PerTaskExecuted");
        watched.expectEnding().named("per-task-").outcome(Outcome.RETURNED).once();
    }

    @Test
    void aSubtaskWithTheScopesOwnerAsItsParent() {
        program.tell("fork");
        Task owner = watched.expectTask().named("owner").kind(Kind.THREAD).once();
        Task subtask = watched.expectTask().kind(Kind.SUBTASK).createdBy("owner").stackFrame("Script.hold").once();
        assertThat(subtask.parent().task()).isEqualTo(owner.id());
        program.tell("open subtask");
        watched.expectEnding().kind(Kind.SUBTASK).createdBy("owner").outcome(Outcome.RETURNED).once();
    }

    @Test
    void aFailingSubtaskCancelsItsSiblings() {
        assertThat(program.tell("failScope")).isEqualTo("no cabin left");
        Task broken = watched.expectEnding().kind(Kind.SUBTASK).createdBy("main").outcome(Outcome.FAILED)
                .error("IllegalStateException", "no cabin left").byItself().once();
        watched.expectEnding().kind(Kind.SUBTASK).createdBy("main").outcome(Outcome.INTERRUPTED).act("scope cancel")
                .times(2).forEach(sibling -> assertThat(sibling.ending().cause().task()).isEqualTo(broken.id()));
    }
}
