// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.agent.hook.TaskRecord;
import dev.clew.model.Outcome;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Endings leave oldest first, preserved ones last, and never exceed their bytes. */
class HistoryTest {

    private final History history = new History(1_000);
    private long clock;

    @Test
    void theOldestLeaveFirst() {
        for (int id = 1; id <= 15; id++) {
            history.add(ended(id, false, 100));
        }

        assertThat(history.newestFirst()).extracting(Ended::id)
                .containsExactly(15L, 14L, 13L, 12L, 11L, 10L, 9L, 8L, 7L, 6L);
        assertThat(history.dropped()).isEqualTo(5);
        assertThat(history.bytes()).isEqualTo(1_000);
        assertThat(history.get(5)).isNull();
        assertThat(history.get(6).id()).isEqualTo(6);
    }

    @Test
    void preservedOnesOutliveOrdinaryOnes() {
        history.add(ended(1, true, 100));
        for (int id = 2; id <= 30; id++) {
            history.add(ended(id, false, 100));
        }

        assertThat(history.get(1)).isNotNull();
        assertThat(history.newestFirst()).hasSize(10).last().extracting(Ended::id).isEqualTo(1L);
    }

    @Test
    void preservedOnesTakeHalfAtMost() {
        for (int id = 1; id <= 20; id++) {
            history.add(ended(id, true, 100));
        }

        assertThat(history.newestFirst()).extracting(Ended::id).containsExactly(20L, 19L, 3L, 2L, 1L);
        assertThat(history.held("*")).isEqualTo(5);
        assertThat(history.letGo("*")).isEqualTo(15);
        assertThat(history.dropped()).isEqualTo(15);
    }

    @Test
    void aPatternKeepsItsFirstAndItsNewest() {
        history.bound(1L << 30);
        int many = Reserve.FIRST + Reserve.NEWEST + 50;
        for (int id = 1; id <= many; id++) {
            history.add(ended(id, true, 100));
        }

        var held = history.newestFirst();
        assertThat(held).hasSize(Reserve.FIRST + Reserve.NEWEST).first().extracting(Ended::id).isEqualTo((long) many);
        assertThat(held).last().extracting(Ended::id).isEqualTo(1L);
        assertThat(history.get(Reserve.FIRST)).isNotNull();
        assertThat(history.get(Reserve.FIRST + 1)).isNull();
        assertThat(history.get(Reserve.FIRST + 51)).isNotNull();
        assertThat(history.letGo("*")).isEqualTo(50);
        assertThat(history.dropped()).isEqualTo(50);
    }

    @Test
    void thePatternThatHoldsMostGivesWay() {
        history.add(ended(1, true, 100));
        for (int id = 2; id <= 40; id++) {
            history.add(under("flood", id));
        }

        assertThat(history.held("*")).isEqualTo(1);
        assertThat(history.letGo("*")).isZero();
        assertThat(history.held("flood")).isEqualTo(4);
        assertThat(history.letGo("flood")).isEqualTo(35);
    }

    @Test
    void whatAPatternHeldIsOrdinaryWhenThePatternIsRemoved() {
        history.add(ended(1, true, 100));
        history.add(ended(2, false, 100));
        history.add(under("other", 3));
        history.add(ended(4, true, 100));

        history.release("*");
        history.release("no such pattern");

        assertThat(history.newestFirst()).extracting(Ended::id).containsExactly(4L, 3L, 2L, 1L);
        assertThat(history.newestFirst()).extracting(Ended::preserved).containsExactly(false, true, false, false);
        assertThat(history.get(4).preserved()).isFalse();
        assertThat(history.held("*")).isZero();
        for (int id = 5; id <= 30; id++) {
            history.add(ended(id, false, 100));
        }
        assertThat(history.get(1)).isNull();
        assertThat(history.get(3)).isNotNull();
        assertThat(history.bytes()).isEqualTo(1_000);
    }

    @Test
    void bothSortsAreToldInTheOrderOfTheirEnds() {
        for (int id = 1; id <= 8; id++) {
            history.add(ended(id, id % 3 == 0, 100));
        }

        assertThat(history.newestFirst()).extracting(Ended::id).containsExactly(8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void theOrderSurvivesReadingsAcrossTheLimit() {
        clock = Long.MAX_VALUE - 3;
        for (int id = 1; id <= 6; id++) {
            history.add(ended(id, id % 2 == 0, 10));
        }

        assertThat(history.newestFirst()).extracting(Ended::id).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void aSmallerBoundHoldsFromTheNextEnding() {
        for (int id = 1; id <= 10; id++) {
            history.add(ended(id, false, 100));
        }
        history.bound(300);
        assertThat(history.size()).isEqualTo(10);

        history.add(ended(11, false, 100));

        assertThat(history.newestFirst()).extracting(Ended::id).containsExactly(11L, 10L, 9L);
    }

    @Test
    void anEndingThatIsTooLargeIsCounted() {
        history.add(ended(1, false, 5_000));
        history.add(ended(2, true, 5_000));

        assertThat(history.size()).isZero();
        assertThat(history.bytes()).isZero();
        assertThat(history.dropped()).isEqualTo(2);
    }

    @Test
    void whateverComesTheBooksBalance() {
        long seed = Long.getLong("clew.test.seed", 42);
        SplittableRandom random = new SplittableRandom(seed);
        for (int id = 1; id <= 5_000; id++) {
            if (random.nextInt(50) == 0) {
                history.bound(random.nextInt(200, 3_000));
            }
            if (random.nextInt(200) == 0) {
                history.release("*");
            }
            history.add(ended(id, random.nextInt(4) == 0, random.nextInt(1, 300)));

            assertThat(history.size() + history.dropped()).as("seed %d", seed).isEqualTo(id);
        }
        var held = history.newestFirst();
        assertThat(held).as("seed %d", seed).hasSize(history.size());
        assertThat(held.stream().mapToLong(Ended::bytes).sum()).as("seed %d", seed).isEqualTo(history.bytes());
    }

    @Test
    void thoseOfClewItselfPushNobodyOut() {
        for (int id = 1; id <= 9; id++) {
            history.add(ended(id, false, 100));
        }
        for (int id = 10; id <= 5_000; id++) {
            history.add(own(id));
        }

        assertThat(history.newestFirst()).extracting(Ended::id).containsExactly(5_000L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L,
                1L);
        history.bound(1L << 30);
        for (int id = 5_001; id <= 6_000; id++) {
            history.add(own(id));
        }
        assertThat(history.newestFirst()).hasSize(History.OWN + 9).first().extracting(Ended::id).isEqualTo(6_000L);
        assertThat(history.size() + history.dropped()).isEqualTo(6_000);
    }

    private Ended own(long id) {
        TaskRecord record = TestRecord.of(id).endedAt(clock++).own().done();
        return new Ended(record, Outcome.RETURNED, null, null, null, 0, "client", null, null, 100);
    }

    private Ended under(String pattern, long id) {
        TaskRecord record = TestRecord.of(id).endedAt(clock++).done();
        return new Ended(record, Outcome.RETURNED, null, null, null, 0, "task " + id, null, pattern, 100);
    }

    private Ended ended(long id, boolean preserved, int bytes) {
        TaskRecord record = TestRecord.of(id).endedAt(clock++).done();
        return new Ended(record, Outcome.RETURNED, null, null, null, 0, "task " + id, null, preserved ? "*" : null,
                bytes);
    }
}
