// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Places settle once their stacks were equal often enough, and no longer than that holds. */
@ExtendWith(Attached.class)
class OriginTest {

    private static final int BAR = 4;
    private static final Runnable WORK = () -> { };

    private final ExecutorService worker = Executors.newSingleThreadExecutor();

    @BeforeEach
    void settleSoon() {
        Harvest.settling(BAR, Integer.MAX_VALUE);
        Harvest.begin(true, null);
    }

    @AfterEach
    void settleAsUsual() {
        worker.shutdownNow();
        Harvest.settling(32, Integer.MAX_VALUE);
    }

    @Test
    void everyStackIsTakenUntilAPlaceSettles() {
        for (int i = 0; i < BAR; i++) {
            assertThat(here(WORK).creation.capture).isEqualTo(Creation.EXACT);
            decode();
        }
        List<TaskRecord> made = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            made.add(here(WORK));
            decode();
        }

        List<TaskRecord> sampled = made.stream().filter(task -> task.creation.capture == Creation.SAMPLED).toList();
        assertThat(sampled).hasSizeGreaterThan(500).hasSizeLessThan(1_000);
        assertThat(made).allMatch(task -> List.of(task.creation.stack).equals(List.of(made.get(0).creation.stack)));
    }

    @Test
    void aStackThatDiffersEndsTheSharingAtOnceAndWhatWasSharedKeepsItsMark() {
        settle();
        Creation shared = sampled();
        while (there(WORK).creation == shared) {
            assertThat(shared.capture).isEqualTo(Creation.SAMPLED); // until a sample is taken from there
        }
        assertThat(here(WORK).creation.capture).isEqualTo(Creation.EXACT);
        assertThat(there(WORK).creation.capture).isEqualTo(Creation.EXACT);
        decode();

        for (int i = 0; i < BAR * 4; i++) {
            assertThat(here(WORK).creation.capture).as("the bar is higher now").isEqualTo(Creation.EXACT);
            decode();
        }
        assertThat(shared.capture).isEqualTo(Creation.SAMPLED);
    }

    @Test
    void aKeyThatShowsTwoStacksInTurnsNeverSettles() {
        for (int i = 0; i < 500; i++) {
            assertThat(here(WORK).creation.capture).isEqualTo(Creation.EXACT);
            assertThat(there(WORK).creation.capture).isEqualTo(Creation.EXACT);
            decode();
        }
    }

    @Test
    void whereStacksDifferOnlySoManyASecondAreTaken() {
        Harvest.settling(BAR, 100);
        Harvest.begin(true, null);
        here(WORK);
        there(WORK);
        decode();
        long before = Harvest.throttledCount();
        for (int i = 0; i < 150; i++) {
            here(WORK);
        }

        assertThat(Harvest.throttledCount() - before).isBetween(40L, 50L);
        assertThat(here("another class of work").creation.capture).as("another place").isEqualTo(Creation.EXACT);
    }

    @Test
    void aClassOfTheJdkTellsLessAndAPlatformThreadNeverSettles() {
        for (int i = 0; i < BAR * 8; i++) {
            assertThat(here(String.class).creation.capture).isEqualTo(Creation.EXACT);
            decode();
        }
        List<TaskRecord> threads = new ArrayList<>();
        List<TaskRecord> others = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            threads.add(done(() -> placed(TaskRecord.THREAD, WORK)));
            others.add(here(String.class));
            decode();
        }

        assertThat(threads).allMatch(task -> task.creation.capture == Creation.EXACT);
        assertThat(others).anyMatch(task -> task.creation.capture == Creation.SAMPLED);
    }

    @Test
    void nothingSettlesIfToldSo() {
        Harvest.settling(0, Integer.MAX_VALUE);
        Harvest.begin(true, null);
        for (int i = 0; i < 200; i++) {
            assertThat(here(WORK).creation.capture).isEqualTo(Creation.EXACT);
            decode();
        }
    }

    @Test
    void tasksThatMakeTheNextOfTheirSortAreFewPlaces() {
        TaskRecord last = here(WORK);
        for (int i = 0; i < 1_000; i++) {
            last = below(last, i % 2 == 0 ? String.class : Integer.class);
        }

        assertThat(Harvest.originCount()).isLessThan(10);
    }

    @Test
    void placesAreBounded() {
        Origin parent = Origins.root;
        for (int i = 0; i < Origins.MOST + 1_000; i++) {
            parent = i % 60 == 0 ? Origins.root : parent;
            parent = Origins.of(parent, i % 2 == 0 ? int[].class : long[].class, (byte) (i % 120));
        }

        assertThat(Harvest.originCount()).isLessThanOrEqualTo(Origins.MOST);
    }

    private TaskRecord below(TaskRecord parent, Class<?> work) {
        ThreadRecord me = Recording.current();
        me.push(parent, parent, null);
        TaskRecord record = new WorkRecord(null);
        Recording.place(record, TaskRecord.POOL, work);
        me.pop(parent);
        return record;
    }

    private void settle() {
        for (int i = 0; i < BAR; i++) {
            here(WORK);
            decode();
        }
    }

    private Creation sampled() {
        Creation creation;
        do {
            creation = here(WORK).creation;
            decode();
        } while (creation.capture != Creation.SAMPLED);
        return creation;
    }

    private TaskRecord here(Object work) {
        return done(() -> placed(work));
    }

    private TaskRecord there(Object work) {
        return done(() -> placed(work));
    }

    /** Runs it on a stack that does not depend on the line of the test. */
    private TaskRecord done(Callable<TaskRecord> making) {
        try {
            return worker.submit(making).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static TaskRecord placed(Object work) {
        return placed(TaskRecord.POOL, work);
    }

    private static TaskRecord placed(byte kind, Object work) {
        TaskRecord record = new WorkRecord(null);
        Recording.place(record, kind, work);
        return record;
    }

    /** What the recorder does. */
    private static void decode() {
        int count = 0;
        for (Creation at = Harvest.takeCreations(); at != null; at = Harvest.before(at)) {
            long print = Harvest.print(at);
            at.stack = at.raw.getStackTrace();
            at.raw = null;
            Harvest.seen(at, print);
            count++;
        }
        Harvest.decoded(count);
    }
}
