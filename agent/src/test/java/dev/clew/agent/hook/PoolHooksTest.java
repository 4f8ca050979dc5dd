// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor.AbortPolicy;
import java.util.concurrent.ThreadPoolExecutor.CallerRunsPolicy;
import java.util.concurrent.ThreadPoolExecutor.DiscardOldestPolicy;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Work without a future, from its submission to its end, in the order in which executors call. */
@ExtendWith(Attached.class)
class PoolHooksTest {

    /** What the control word of a running pool looks like. */
    private static final AtomicInteger RUNNING = new AtomicInteger(-1 << 29);

    private static final Executor FOREIGN = work -> { };

    private final Runnable work = new Runnable() {
        @Override
        public void run() {}
    };

    @BeforeEach
    void seeThisThread() {
        Recording.current();
    }

    @Test
    void workIsATaskFromItsSubmissionToItsEnd() {
        WorkRecord record = submitted();
        assertThat(record.startedAt()).isZero();

        PoolHooks.taking(work);
        assertThat(Recording.currentTask()).isSameAs(record);
        PoolHooks.done(work, null);

        assertThat(record.ended()).isTrue();
        assertThat(record.outcome()).isEqualTo(TaskRecord.RETURNED);
        assertThat(record.runs()).isEqualTo(1);
        assertThat(record.runner()).isNull();
        assertThat(Recording.currentTask()).isSameAs(Recording.current());
    }

    @Test
    void theSameObjectSubmittedTwiceRunsInTheOrderOfItsSubmissions() {
        WorkRecord first = submitted();
        WorkRecord second = submitted();
        assertThat(first.rival()).isSameAs(second);
        assertThat(second.rival()).isSameAs(first);

        PoolHooks.taking(work);
        PoolHooks.done(work, new IllegalStateException("first"));
        assertThat(first.outcome()).isEqualTo(TaskRecord.FAILED);
        assertThat(second.ended()).isFalse();

        PoolHooks.taking(work);
        PoolHooks.done(work, null);
        assertThat(second.outcome()).isEqualTo(TaskRecord.RETURNED);
        assertThat(second.ended()).isTrue();
    }

    @Test
    void anExecutorThatPassesWorkOnMakesNoSecondTask() {
        PoolHooks.handed(FOREIGN, work);
        WorkRecord record = newest();
        PoolHooks.executing(work);
        assertThat(newest()).isSameAs(record);
        assertThat(record.unwatched).as("the pool behind it is watched").isFalse();
        PoolHooks.handedOver(work);
        PoolHooks.handedAll();

        assertThat(submitted()).isNotSameAs(record);
    }

    @Test
    void aTaskMadeOfTheWorkThatIsHandedOverTakesItsPlace() {
        PoolHooks.handed(FOREIGN, work);
        TaskRecord handed = newest();
        FutureTask<Object> future = new FutureTask<>(work, null);
        FutureHooks.made(future, work);
        PoolHooks.handedAll();

        assertThat(newest()).isSameAs(Slots.get(future)).isNotSameAs(handed);
        assertThat(live()).doesNotContain(handed);
        assertThat(handed.ended()).as("taken back, not ended").isFalse();
    }

    @Test
    void whatTheCallerRunsItselfIsItsOwnTask() {
        WorkRecord record = submitted();
        PoolHooks.rejecting(work, new CallerRunsPolicy(), RUNNING);
        assertThat(Recording.currentTask()).isSameAs(record);
        PoolHooks.accepted(work, new CallerRunsPolicy());

        assertThat(record.outcome()).isEqualTo(TaskRecord.RETURNED);
        assertThat(record.ended()).isTrue();
    }

    @Test
    void refusedWorkIsRejectedWithItsReason() {
        TaskRecord refused = submitted();
        RejectedExecutionException reason = new RejectedExecutionException("full");
        PoolHooks.rejecting(work, new AbortPolicy(), RUNNING);
        PoolHooks.rejected(work, new AbortPolicy(), reason);
        assertThat(refused.outcome()).isEqualTo(TaskRecord.REJECTED);
        assertThat(refused.error()).isSameAs(reason);
        assertThat(refused.act().kind).isEqualTo(Act.REJECT);

        TaskRecord discarded = submitted();
        PoolHooks.rejecting(work, new DiscardPolicy(), RUNNING);
        PoolHooks.accepted(work, new DiscardPolicy());
        assertThat(discarded.outcome()).isEqualTo(TaskRecord.REJECTED);
    }

    @Test
    void theOldestWorkThatWasThrownAwayNamesTheNewerOne() {
        TaskRecord oldest = submitted();
        Runnable newerWork = () -> { };
        PoolHooks.executing(newerWork);
        TaskRecord newer = newest();

        PoolHooks.rejecting(newerWork, new DiscardOldestPolicy(), RUNNING);
        PoolHooks.discarded(work, newerWork);

        assertThat(oldest.outcome()).isEqualTo(TaskRecord.REJECTED);
        assertThat(oldest.ended()).isTrue();
        assertThat(oldest.act().favoured).isSameAs(newer);
        assertThat(newer.ended()).isFalse();
    }

    @Test
    void aPoolThatWasShutDownThrowsTheNewestWorkAwayItself() {
        WorkRecord record = submitted();
        PoolHooks.rejecting(work, new DiscardOldestPolicy(), new AtomicInteger(0));

        assertThat(record.ended()).isTrue();
        assertThat(record.outcome()).isEqualTo(TaskRecord.REJECTED);
    }

    @Test
    void workThatAnUnknownHandlerTookMayStillRun() {
        WorkRecord record = submitted();
        PoolHooks.rejecting(work, (task, pool) -> { }, RUNNING);
        PoolHooks.accepted(work, (task, pool) -> { });

        assertThat(record.ended()).isFalse();
    }

    @Test
    void queuedWorkIsAbandonedWhenItsPoolIsShutDown() {
        TaskRecord plain = submitted();
        FutureTask<String> future = new FutureTask<>(() -> "never");
        FutureHooks.made(future, null);
        TaskRecord submission = newest();

        PoolHooks.abandoned(List.of(work, future, "something else"));

        assertThat(List.of(plain, submission)).allMatch(TaskRecord::ended)
                .allMatch(record -> record.outcome() == TaskRecord.ABANDONED && record.act().kind == Act.SHUTDOWN);
    }

    @Test
    void aWorkerThatComesBackHasFinishedWhateverItRan() {
        WorkRecord record = submitted();
        PoolHooks.taking(work);
        PoolHooks.idle();

        assertThat(record.ended()).isTrue();
        PoolHooks.idle();
        assertThat(Recording.currentTask()).isSameAs(Recording.current());
    }

    @Test
    void aRunThatTwoHooksSeeIsOneRun() {
        WorkRecord record = submitted();
        PoolHooks.taking(work);
        PoolHooks.taking(work);
        PoolHooks.starting(work);
        PoolHooks.done(work, null);

        assertThat(record.runs()).isEqualTo(1);
        assertThat(Recording.currentTask()).isSameAs(Recording.current());
        PoolHooks.done(work, new IllegalStateException("too late"));
        assertThat(record.outcome()).isEqualTo(TaskRecord.RETURNED);
    }

    @Test
    void whatWasNeverSubmittedIsNoTask() {
        int before = live().size();
        PoolHooks.starting(work);
        PoolHooks.taking(work);
        PoolHooks.done(work, null);
        PoolHooks.executing(null);
        PoolHooks.executing(new FutureTask<>(work, null));

        assertThat(live()).hasSize(before);
        assertThat(Meter.lastFailure()).isNull();
    }

    private WorkRecord submitted() {
        PoolHooks.executing(work);
        PoolHooks.handedOver(work);
        return newest();
    }

    private static WorkRecord newest() {
        return (WorkRecord) live().stream().max(Comparator.comparingLong(record -> record.id)).orElseThrow();
    }

    private static List<TaskRecord> live() {
        List<TaskRecord> all = new ArrayList<>();
        Harvest.live().walk(all::add);
        return all;
    }
}
