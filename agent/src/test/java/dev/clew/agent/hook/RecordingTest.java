// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the hooks write: creations, endings, and what is counted when the recorder is behind. */
@ExtendWith(Attached.class)
class RecordingTest {

    private static final int THREADS = 4;

    @Test
    void aTaskEndsOnceHoweverManyThreadsEndIt() throws InterruptedException {
        CyclicBarrier barrier = new CyclicBarrier(THREADS);
        List<TaskRecord> records = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            records.add(placed());
        }
        long before = Harvest.endedCount();
        Attached.together(THREADS, number -> {
            barrier.await();
            for (TaskRecord record : records) {
                Recording.end(record, (byte) number, null, null);
            }
        });

        assertThat(Harvest.endedCount() - before).isEqualTo(2_000);
        assertThat(taken()).containsExactlyInAnyOrderElementsOf(records);
        assertThat(taken()).isEmpty();
        assertThat(live()).doesNotContainAnyElementsOf(records);
    }

    @Test
    void anEndingIsInTheQueueBeforeTheTaskLeavesTheLiveOnes() {
        TaskRecord record = placed();
        assertThat(live()).contains(record);
        assertThat(record.ended()).isFalse();

        Recording.end(record, TaskRecord.FAILED, new IllegalStateException("bad"), null);

        assertThat(record.ended()).isTrue();
        assertThat(record.mark()).isNotNull();
        assertThat(taken()).containsExactly(record);
    }

    @Test
    void endingsAreTakenNewestFirst() {
        List<TaskRecord> records = List.of(placed(), placed(), placed());
        records.forEach(record -> Recording.end(record, TaskRecord.RETURNED, null, null));

        assertThat(taken()).containsExactly(records.get(2), records.get(1), records.get(0));
    }

    @Test
    void creationsBeyondTheBacklogAreCountedWithoutAStack() {
        Harvest.bound(10);
        long before = Harvest.throttledCount();
        int[] captured = new int[2];
        for (int i = 0; i < 30; i++) {
            captured[placed().creation.capture]++;
        }

        assertThat(captured).containsExactly(11, 19);
        assertThat(Harvest.throttledCount() - before).isEqualTo(19);

        Harvest.decoded(11);
        assertThat(placed().creation.capture).isEqualTo(Creation.EXACT);
    }

    @Test
    void uneventfulEndingsThatThereIsNoRoomForAreCounted() {
        long before = Harvest.overrunCount();
        List<TaskRecord> dull = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            dull.add(placedAndDecoded());
        }
        TaskRecord failed = placedAndDecoded();
        Recording.end(failed, TaskRecord.FAILED, new IllegalStateException("kept"), null);
        dull.forEach(record -> Recording.end(record, TaskRecord.RETURNED, null, null));

        List<TaskRecord> taken = taken();
        assertThat(taken).contains(failed).hasSizeBetween(10_000, 20_000);
        assertThat(taken.size() + Harvest.overrunCount() - before).isEqualTo(40_001);
        assertThat(taken.subList(1, taken.size())).as("the first")
                .containsExactlyElementsOf(dull.subList(0, taken.size() - 1));
    }

    @Test
    void noEndingIsLeftOutThatMayHaveToBePreserved() {
        List<TaskRecord> records = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            records.add(placedAndDecoded());
        }
        Harvest.watchful(true);
        records.forEach(record -> Recording.end(record, TaskRecord.RETURNED, null, null));

        assertThat(taken()).containsExactlyInAnyOrderElementsOf(records);
    }

    @Test
    void endingsBeyondTheBacklogAreCountedUnlessSomebodyActed() {
        Harvest.bound(5);
        Harvest.watchful(true);
        long before = Harvest.overrunCount();
        TaskRecord failed = placed();
        for (int i = 0; i < 20; i++) {
            Recording.end(placed(), TaskRecord.RETURNED, null, null);
        }
        Recording.end(failed, TaskRecord.FAILED, new IllegalStateException("kept"), null);

        assertThat(taken()).contains(failed).hasSize(7);
        assertThat(Harvest.overrunCount() - before).isEqualTo(14);
    }

    private static TaskRecord placedAndDecoded() {
        TaskRecord record = placed();
        record.creation.raw = null;
        return record;
    }

    @Test
    void theEndingOfATaskThatActedOnOthersIsHeldHoweverFarTheRecorderIsBehind() {
        Harvest.bound(5);
        TaskRecord actor = placed();
        Hand.run(actor, actor);
        for (int i = 0; i < 20; i++) {
            Recording.end(placed(), TaskRecord.CANCELLED, null, Act.now(Act.CANCEL));
        }
        Hand.back(actor);
        Recording.end(actor, TaskRecord.RETURNED, null, null);

        List<TaskRecord> taken = taken();
        assertThat(taken).hasSize(21).contains(actor);
        assertThat(taken).filteredOn(record -> record.act() != null && record.act().raw != null)
                .as("cancels whose stack waits for the recorder").hasSize(6);
    }

    @Test
    void aRecordOfAnEarlierAttachmentDoesNotEnd() {
        TaskRecord record = placed();
        Harvest.begin(true, null);

        Recording.end(record, TaskRecord.RETURNED, null, null);

        assertThat(record.ended()).isFalse();
        assertThat(taken()).isEmpty();
    }

    @Test
    void aThreadFromBeforeIsSeenOnceByEverybody() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        Set<ThreadRecord> seen = ConcurrentHashMap.newKeySet();
        Attached.together(THREADS, number -> seen.add(Harvest.see(thread)));

        assertThat(seen).hasSize(1);
        assertThat(live()).filteredOn(record -> record.object() == thread).hasSize(1);
        assertThat(seen.iterator().next().creation.capture).isEqualTo(Creation.BEFORE_ATTACH);
        end.countDown();
        thread.join();
    }

    @Test
    void idsAreNeverUsedTwice() throws InterruptedException {
        Set<Long> ids = ConcurrentHashMap.newKeySet();
        AtomicInteger made = new AtomicInteger();
        Attached.together(THREADS, number -> {
            Recording.current();
            for (int i = 0; i < 5_000; i++) {
                ids.add(placed().id);
                made.incrementAndGet();
            }
        });

        assertThat(ids).hasSize(made.get());
    }

    @Test
    void everythingIsLetGoAtTheEndOfAnAttachment() {
        WorkRecord record = placed();
        Recording.SUBMISSIONS.add("work", record);
        FailureMark.observed(new IllegalStateException("bad"));
        Recording.end(placed(), TaskRecord.RETURNED, null, null);

        Harvest.finish();

        assertThat(live()).isEmpty();
        assertThat(taken()).isEmpty();
        assertThat(Harvest.tableEntries()).isZero();
        assertThat(Meter.fires(Meter.FUTURE_NEW)).isFalse();
    }

    private static WorkRecord placed() {
        WorkRecord record = new WorkRecord(null);
        Recording.place(record, TaskRecord.POOL, "work");
        return record;
    }

    private static List<TaskRecord> taken() {
        List<TaskRecord> all = new ArrayList<>();
        for (TaskRecord at = Harvest.takeEndings(); at != null; at = Harvest.after(at)) {
            all.add(at);
        }
        Harvest.takeUneventful(Integer.MAX_VALUE, all::add);
        return all;
    }

    private static Set<TaskRecord> live() {
        Set<TaskRecord> all = new HashSet<>();
        Harvest.live().walk(all::add);
        return all;
    }
}
