// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.Test;

/** The live tasks, while threads place and remove them. */
class LiveTableTest {

    private static final int THREADS = 4;
    private static final int ROUNDS = 30_000;

    private final LiveTable table = new LiveTable(0);
    private final ThreadLocal<Lane> lanes = ThreadLocal.withInitial(() -> new Lane(new ThreadRecord(), table));

    @Test
    void aWalkSeesWhatLivesDuringItExactlyOnce() throws InterruptedException {
        List<TaskRecord> anchors = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            anchors.add(placed());
        }
        AtomicInteger busy = new AtomicInteger(THREADS);
        AtomicReferenceArray<TaskRecord> removed = new AtomicReferenceArray<>(THREADS);
        Attached.together(THREADS + 1, number -> {
            if (number < THREADS) {
                try {
                    placeAndRemove(number, removed);
                } finally {
                    busy.decrementAndGet();
                }
            } else {
                walkAndSweep(anchors, busy, removed);
            }
        });

        assertThat(walked()).containsExactlyInAnyOrderElementsOf(anchors);
    }

    private void placeAndRemove(int number, AtomicReferenceArray<TaskRecord> removed) {
        SplittableRandom random = new SplittableRandom(number);
        List<TaskRecord> mine = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            mine.add(placed());
            if (random.nextInt(100) < 45 || mine.size() > 500) {
                TaskRecord victim = mine.remove(random.nextInt(mine.size()));
                table.remove(victim);
                removed.set(number, victim);
            }
        }
        mine.forEach(table::remove);
    }

    private void walkAndSweep(List<TaskRecord> anchors, AtomicInteger busy, AtomicReferenceArray<TaskRecord> removed) {
        boolean last;
        do {
            last = busy.get() == 0;
            Set<TaskRecord> gone = identitySet();
            for (int i = 0; i < THREADS; i++) {
                gone.add(removed.get(i));
            }
            Set<TaskRecord> seen = identitySet();
            table.walk(record -> {
                assertThat(seen.add(record)).as("seen once").isTrue();
                assertThat(gone.contains(record)).as("removed before").isFalse();
            });
            assertThat(seen.containsAll(anchors)).as("all that live").isTrue();
            table.sweep();
        } while (!last);
    }

    @Test
    void survivorsAreMovedTogether() {
        List<TaskRecord> records = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            records.add(placed());
        }
        lanes.get().close();
        assertThat(table.sweep()).isEqualTo(100_000 / LiveTable.SIZE);

        List<TaskRecord> survivors = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            if (i % 128 == 0) {
                survivors.add(records.get(i));
            } else {
                table.remove(records.get(i));
            }
        }
        table.sweep();

        assertThat(walked()).containsExactlyInAnyOrderElementsOf(survivors);
        assertThat(table.sweep()).isEqualTo((survivors.size() + LiveTable.SIZE - 1) / LiveTable.SIZE);
        survivors.forEach(table::remove);
        assertThat(walked()).isEmpty();
    }

    @Test
    void slotsOfShortTasksAreUsedAgain() {
        for (int i = 0; i < 100_000; i++) {
            table.remove(placed());
        }

        assertThat(table.sweep()).isLessThanOrEqualTo(64);
    }

    @Test
    void removingTwiceIsRemovingOnce() {
        TaskRecord record = placed();
        table.remove(record);
        table.remove(record);
        table.remove(new WorkRecord(null));

        assertThat(walked()).isEmpty();
    }

    private TaskRecord placed() {
        TaskRecord record = new WorkRecord(null);
        lanes.get().place(record);
        return record;
    }

    private List<TaskRecord> walked() {
        List<TaskRecord> all = new ArrayList<>();
        table.walk(all::add);
        return all;
    }

    private static Set<TaskRecord> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
