// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.agent.hook.Act;
import dev.clew.agent.hook.Attached;
import dev.clew.agent.hook.Hand;
import dev.clew.agent.hook.TaskRecord;
import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import dev.clew.model.Victim;
import dev.clew.monitor.Source;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A task's victims are those that it ended and those that it asked last, each once. */
@ExtendWith(Attached.class)
class FanoutTest {

    private final Recorder recorder = new Recorder(64L << 20, List.of(), new Preservation(List.of()));
    private final Fanout fanout = new Fanout(recorder);

    @Test
    void whoeverEndedNobodyHasNoVictims() {
        TaskRecord idle = placed("idle");
        Hand.end(placed("finished"), TaskRecord.RETURNED, null, null);

        Source.Victims victims = fanout.of(idle.id);

        assertThat(victims.shown()).isEmpty();
        assertThat(victims.left()).isZero();
    }

    @Test
    void victimsAreToldFirstToLastWithTheirActAndOutcome() {
        TaskRecord actor = placed("actor");
        TaskRecord first = placed("first");
        TaskRecord second = placed("second");
        as(actor, () -> {
            Hand.end(first, TaskRecord.CANCELLED, null, Hand.act(Act.CANCEL));
            Hand.end(second, TaskRecord.ABANDONED, null, Hand.act(Act.SHUTDOWN));
        });

        List<Victim> victims = fanout.of(actor.id).shown();

        assertThat(victims).extracting(Victim::task).containsExactly(first.id, second.id);
        assertThat(victims).extracting(Victim::act).containsExactly("cancel", "shutdownNow");
        assertThat(victims).extracting(Victim::outcome).containsExactly(Outcome.CANCELLED, Outcome.ABANDONED);
        assertThat(victims).extracting(Victim::kind).containsOnly(Kind.POOL);
        assertThat(victims).noneMatch(Victim::running).allMatch(victim -> victim.stoppedAfterMicros() == null);
        assertThat(fanout.of(first.id).shown()).as("victims of a victim").isEmpty();
    }

    @Test
    void whatAnotherTaskEndedIsItsOwnAffair() {
        TaskRecord actor = placed("actor");
        TaskRecord other = placed("other");
        TaskRecord victim = placed("victim");
        as(other, () -> Hand.end(victim, TaskRecord.CANCELLED, null, Hand.act(Act.CANCEL)));

        assertThat(fanout.of(actor.id).shown()).isEmpty();
        assertThat(fanout.of(other.id).shown()).extracting(Victim::task).containsExactly(victim.id);
    }

    @Test
    void whoeverEndsItselfIsNoVictimOfItself() {
        TaskRecord actor = placed("actor");
        as(actor, () -> Hand.end(actor, TaskRecord.CANCELLED, null, Hand.act(Act.CANCEL)));

        assertThat(fanout.of(actor.id).shown()).isEmpty();
    }

    @Test
    void aLivingTaskThatWasInterruptedIsAVictimThatLives() {
        TaskRecord actor = placed("actor");
        TaskRecord victim = placed("victim");
        Hand.runs(victim, Thread.currentThread());
        as(actor, () -> Hand.interrupt(victim, Hand.act(Act.INTERRUPT)));

        Victim running = fanout.of(actor.id).shown().get(0);
        assertThat(running.outcome()).isNull();
        assertThat(running.running()).isTrue();
        assertThat(running.thread()).isEqualTo(Thread.currentThread().getName());

        Hand.stopped(victim, victim.interrupt().at + 3_000_000);
        Victim stopped = fanout.of(actor.id).shown().get(0);
        assertThat(stopped.running()).isFalse();
        assertThat(stopped.stoppedAfterMicros()).isEqualTo(3_000);
    }

    @Test
    void oneWhoseCodeRunsOnAfterItsCancelIsToldToRun() {
        TaskRecord actor = placed("actor");
        TaskRecord victim = placed("victim");
        Hand.runs(victim, Thread.currentThread());
        as(actor, () -> Hand.end(victim, TaskRecord.CANCELLED, null, Hand.act(Act.CANCEL)));

        assertThat(fanout.of(actor.id).shown()).singleElement().matches(Victim::running)
                .extracting(Victim::outcome).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void aStormIsToldByItsEndsAndCounted() {
        TaskRecord actor = placed("actor");
        List<TaskRecord> victims = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            victims.add(placed("victim"));
        }
        as(actor, () -> victims.forEach(each -> Hand.end(each, TaskRecord.CANCELLED, null, Hand.act(Act.CANCEL))));

        Source.Victims told = fanout.of(actor.id);

        assertThat(told.shown()).hasSize(2 * Selection.MOST);
        assertThat(told.left()).isEqualTo(1_000 - 2 * Selection.MOST);
        assertThat(told.shown().get(0).task()).isEqualTo(victims.get(0).id);
        assertThat(told.shown().get(99).task()).isEqualTo(victims.get(999).id);
    }

    @Test
    void manyLivingVictimsAreBoundedAndCounted() {
        TaskRecord actor = placed("actor");
        List<TaskRecord> victims = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            victims.add(placed("victim"));
        }
        as(actor, () -> victims.forEach(each -> Hand.interrupt(each, Hand.act(Act.INTERRUPT))));

        Source.Victims told = fanout.of(actor.id);

        assertThat(told.shown()).hasSize(Selection.MOST);
        assertThat(told.left()).isEqualTo(200 - Selection.MOST);
    }

    private static TaskRecord placed(String work) {
        TaskRecord record = Hand.record(new WeakReference<>(FanoutTest.class)); // something that stays
        Hand.place(record, TaskRecord.POOL, work);
        return record;
    }

    private static void as(TaskRecord actor, Runnable deed) {
        Hand.run(deed, actor);
        deed.run();
        Hand.back(deed);
    }
}
