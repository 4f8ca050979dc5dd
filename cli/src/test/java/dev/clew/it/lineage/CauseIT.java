// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import dev.clew.it.harness.Watched;
import dev.clew.model.Cause;
import dev.clew.model.Frame;
import dev.clew.model.Outcome;
import dev.clew.model.Task;
import dev.clew.model.answer.ActReport;
import dev.clew.model.answer.StackDump;
import dev.clew.model.answer.Whereabouts;
import dev.clew.monitor.Question;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Who ended a task is told whole, whatever the tasks do to each other. */
@ParameterizedClass
@MethodSource("dev.clew.it.harness.Setting#all")
class CauseIT {

    private static Program program;
    private static Watched watched;

    @Parameter
    private Setting setting;

    @BeforeParameterizedClassInvocation
    static void start(Setting setting) {
        program = Launch.of(setting, Sources.of("Quarrel.java"), "Quarrel").start();
        watched = program.watched();
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        program.close();
    }

    @Test
    void whereTerminatedOfAChildWhoseCancellerStillRuns() {
        program.tell("cancelChild");
        Task parent = watched.expectTask().named("Quarrel$Parent").once();
        Task child = watched.expectEnding().named("Quarrel$Child").outcome(Outcome.CANCELLED)
                .causedBy("Quarrel$Parent").causeFrame("Parent.run").createdBy("Quarrel$Parent").once();
        Cause cause = watched.whereTerminated(child).causes().get(0);
        assertThat(cause.task()).isEqualTo(parent.id());
        assertThat(cause.present()).isEqualTo("running");

        String text = program.clew().ask(program.pid(), "where-terminated", Long.toString(child.id())).isFine().out();
        String who = text.substring(text.indexOf("WHO ENDED IT"), text.indexOf("WHERE IT CAME FROM"));
        assertThat(who).contains("cancel", "Quarrel$Parent.run").doesNotContain("created", "creating");
        program.tell("open Parent");
        watched.expectEnding().named("Quarrel$Parent").once();
        assertThat(watched.whereTerminated(child).causes().get(0).present()).isEqualTo("returned");
    }

    @Test
    void aTaskThatCancelsItselfIsItsOwnCauseOnce() {
        program.tell("cancelSelf");
        Task task = watched.expectEnding().named("Suicidal").outcome(Outcome.CANCELLED).causedBy("Suicidal").once();
        List<Cause> causes = watched.whereTerminated(task).causes();
        assertThat(causes).hasSize(1);
        assertThat(causes.get(0).task()).isEqualTo(task.id());
    }

    @Test
    void tasksThatCancelEachOtherHaveAnEndToTheirChains() {
        program.tell("cancelEachOther");
        List<Task> foes = watched.expectEnding().named("Quarrel$Foe").times(2);
        for (Task foe : foes) {
            assertThat(watched.whereTerminated(foe).causes()).hasSizeLessThanOrEqualTo(2);
        }
        assertThat(foes).anyMatch(foe -> foe.ending().outcome() == Outcome.CANCELLED);
    }

    @Test
    void stacksShowTheInnermostFrameFirstAndSaySo() {
        program.tell("failDeeply");
        Task task = watched.expectEnding().outcome(Outcome.FAILED).error("IllegalStateException", "deep down").once();
        assertThat(watched.where(task).stack()).extracting(Frame::method).startsWith("deep", "shallow");
        String text = program.clew().ask(program.pid(), "where", Long.toString(task.id())).isFine().out();
        assertThat(text).contains("innermost frame first");
        assertThat(text.indexOf("Quarrel.deep")).isPositive().isLessThan(text.indexOf("Quarrel.shallow"));
    }

    @Test
    void noFrameAndNoTaskOfClewIsInAnyAnswer() {
        program.tell("cancelChild");
        watched.expectEnding().named("Quarrel$Child").found();
        List<Task> tasks = new ArrayList<>(watched.live(null).tasks());
        tasks.addAll(watched.ended((String) null).tasks());
        assertThat(tasks).isNotEmpty().extracting(Task::name).noneMatch(name -> name.contains("clew"));
        List<Frame> frames = new ArrayList<>();
        for (Task task : tasks) {
            Whereabouts where = watched.where(task);
            frames.addAll(where.stack());
            where.origin().forEach(step -> frames.addAll(step.stack()));
            where.causes().forEach(cause -> frames.addAll(cause.stack()));
        }
        watched.ask(StackDump.class, new Question.Stacktrace(0, true, 0)).stacks()
                .forEach(entry -> frames.addAll(entry.stack()));
        assertThat(frames).isNotEmpty().extracting(Frame::className)
                .noneMatch(name -> name.startsWith("dev.clew") || name.contains("Clew$"));
    }

    @Test
    void aCancelThatIsObeyedSaysWhoAskedForIt() {
        program.tell("startObedient");
        Task task = watched.expectTask().named("Obedient").once();
        ActReport report = watched.cancel(task, 10_000, "too slow");
        assertThat(report.done()).as(report.toString()).isTrue();
        Task ended = watched.expectEnding().named("Obedient").outcome(Outcome.CANCELLED).once();
        assertThat(ended.ending().cause().reason()).isEqualTo("too slow");
        assertThat(watched.cancel(ended, 0, null).result()).isEqualTo("already-ended");
    }

    @Test
    void aCancelThatIsSwallowedSaysThatTheTaskDidNotStop() {
        program.tell("startStubborn");
        Task task = watched.expectTask().named("stubborn").once();
        ActReport report = watched.cancel(task, 50, null);
        assertThat(report.result()).isEqualTo("still-running");
        assertThat(report.detail()).contains("did not stop within 50 ms");
        var cancel = program.clew().ask(program.pid(), "cancel", "--wait", "50ms", Long.toString(task.id()));
        assertThat(cancel.status()).isEqualTo(1);
        assertThat(cancel.out()).contains("did not stop within 50 ms");
        program.tell("open stubborn");
        watched.expectTask().named("stubborn").gone();
    }

    @Test
    void aCancelThatTheTaskAnswersWithAnExceptionSaysSo() {
        program.tell("startSpiteful");
        Task task = watched.expectTask().named("Spiteful").once();
        ActReport report = watched.cancel(task, 50, null);
        assertThat(report.result()).isEqualTo("not-possible");
        assertThat(report.detail()).contains("threw java.lang.IllegalStateException: not me");
        var cancel = program.clew().ask(program.pid(), "cancel", Long.toString(task.id()));
        assertThat(cancel.status()).isEqualTo(1);
        assertThat(cancel.out()).contains("not me");
        program.tell("open Spiteful");
        watched.expectEnding().named("Spiteful").outcome(Outcome.RETURNED).byItself().once();
    }
}
