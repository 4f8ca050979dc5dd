// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each creation and each end is counted once, on whichever thread it happens. */
@ExtendWith(Attached.class)
class TallyTest {

    private static final int USUAL = Tally.most;

    @AfterEach
    void restore() {
        Tally.most = USUAL;
    }

    @Test
    void manyThreadsCountWhatOneThreadWould() throws InterruptedException {
        List<Spot> spots = spots(30);
        Attached.together(4, number -> {
            for (int i = 0; i < 30_000; i++) {
                TaskRecord record = made(spots.get(i % 30));
                if (i % 3 != 0) {
                    Recording.end(record, (byte) (i % 3 - 1), null, null);
                }
            }
        });

        for (Spot spot : spots) {
            Count count = count(spot);
            assertThat(count.created).isEqualTo(4_000);
            assertThat(count.live()).isEqualTo(spot.hash % 3 == spots.get(0).hash % 3 ? 4_000 : 0);
        }
    }

    @Test
    void whatFindsNoRoomForACellIsCountedToo() {
        Tally.most = 0;
        Spot spot = spots(1).get(0);
        Recording.end(made(spot), TaskRecord.CANCELLED, null, null);
        made(spot);
        Recording.absorb(made(spot));

        assertThat(count(spot).created).isEqualTo(2);
        assertThat(count(spot).ended[TaskRecord.CANCELLED]).isEqualTo(1);
        assertThat(count(spot).live()).isEqualTo(1);
    }

    @Test
    void aRecordThatAnotherStandsForIsNoTask() {
        Spot spot = spots(1).get(0);
        Recording.absorb(made(spot));

        assertThat(count(spot).created).isZero();
        assertThat(count(spot).live()).isZero();
    }

    @Test
    void whatAThreadCountedOutlivesIt() throws InterruptedException {
        Spot spot = spots(1).get(0);
        Attached.together(3, number -> Recording.end(made(spot), TaskRecord.RETURNED, null, null));
        int cells = Tally.CELLS.get();
        made(spot); // the newest lane is never forgotten
        Lanes.sweep(record -> { });
        Lanes.sweep(record -> { });

        assertThat(count(spot).created).isEqualTo(4);
        assertThat(count(spot).live()).isEqualTo(1);
        assertThat(Tally.CELLS.get()).isLessThanOrEqualTo(cells);
    }

    @Test
    void lengthsOfTimeAreCountedForTasksThatRan() {
        Spot spot = spots(1).get(0);
        TaskRecord record = made(spot);
        record.begins(record.createdAt + 2_000_000);
        Recording.end(record, TaskRecord.RETURNED, null, null);
        Recording.end(made(spot), TaskRecord.CANCELLED, null, null);

        assertThat(sum(count(spot).run)).isLessThanOrEqualTo(1);
        record.particulars().endedAt = record.startedAt() + 5_000_000;
        Cell cell = new Cell(spot);
        cell.took(record);
        assertThat(cell.run[Span.bucket(5_000_000)]).isEqualTo(1);
        assertThat(cell.queue[Span.bucket(2_000_000)]).isEqualTo(1);
    }

    @Test
    void aCountAtItsEndKeepsTheShares() {
        Cell cell = new Cell(spots(1).get(0));
        cell.run = new int[] {Integer.MAX_VALUE, 1_000};
        Cell other = new Cell(cell.spot);
        other.run = new int[] {5, 0, 7};
        cell.add(other);

        assertThat(cell.run[0]).isBetween(Integer.MAX_VALUE / 2, Integer.MAX_VALUE / 2 + 5);
        assertThat(cell.run[1]).isEqualTo(500);
    }

    @Test
    void aCreationWhoseStackIsNotDecodedIsLeftToTheRecorder() {
        TaskRecord record = new WorkRecord(null);
        Recording.place(record, TaskRecord.POOL, "work");
        Recording.end(record, TaskRecord.FAILED, new IllegalStateException(), null);

        Unplaced end = Unplaced.takeEnds();
        assertThat(end.record).isSameAs(record);
        assertThat(end.outcome).isEqualTo(TaskRecord.FAILED);
        List<TaskRecord> creations = new ArrayList<>();
        for (Unplaced each = Unplaced.takeCreations(); each != null; each = each.next()) {
            creations.add(each.record);
        }
        assertThat(creations).contains(record);
        assertThat(Unplaced.takeEnds()).isNull();
    }

    @Test
    void whileTheRecorderIsBehindTasksAreCountedAsUnplaced() {
        Harvest.bound(3);
        for (int i = 0; i < 100; i++) {
            TaskRecord record = new WorkRecord(null);
            Recording.place(record, TaskRecord.POOL, "work");
        }

        assertThat(count(Spots.unplaced).live()).isBetween(90L, 97L);
    }

    @Test
    void aTaskWithoutAStackCountsForItsCreatorsSite() {
        TaskRecord parent = made(new Spot(Origins.root, TaskRecord.POOL, Creation.EXACT, false,
                new StackTraceElement("a.B", "c", "B.java", 7), null, null));
        TaskRecord record = new WorkRecord(null);
        record.kind = TaskRecord.VIRTUAL;
        record.publish(new Creation(Creation.THROTTLED, null, Origins.root));
        Lane.mine().tally.created(record, parent);

        assertThat(record.creation.spot.site).isEqualTo(parent.creation.spot.site);
        assertThat(record.creation.spot.capture).isEqualTo(Creation.THROTTLED);
        assertThat(count(record.creation.spot).created).isEqualTo(1);
    }

    @Test
    void placesBeyondTheBoundAreCountedAsOthers() {
        spots(Spots.MOST);

        assertThat(spots(1)).containsExactly(Spots.other);
    }

    @Test
    void noTaskHasEndedThatWasNotMade() throws InterruptedException {
        Spot spot = spots(1).get(0);
        Attached.together(3, number -> {
            for (int i = 0; i < 20_000; i++) {
                if (number > 0) {
                    Recording.end(made(spot), TaskRecord.RETURNED, null, null);
                } else if (i % 10 == 0) {
                    assertThat(count(spot).live()).isNotNegative();
                }
            }
        });
        assertThat(count(spot).live()).isZero();
    }

    private static List<Spot> spots(int number) {
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            spots.add(Spots.added(new Spot(Origins.root, TaskRecord.POOL, Creation.EXACT, false, null, null, null)));
        }
        return spots;
    }

    /** Makes a task of a place that is known, as those of a settled place are. */
    private static TaskRecord made(Spot spot) {
        TaskRecord record = new WorkRecord(null);
        record.createdAt = System.nanoTime();
        Creation moment = new Creation(Creation.SAMPLED, null, Origins.root);
        moment.spot = spot;
        record.publish(moment);
        Lane lane = Lane.mine();
        lane.tally.created(record, null);
        lane.place(record);
        return record;
    }

    private static Count count(Spot spot) {
        return Spots.counts(true).stream().filter(count -> count.spot == spot).findFirst().orElseThrow();
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
