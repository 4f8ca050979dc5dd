// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Chains of ancestors stay short, and tell exactly what they left out. */
@ExtendWith(Attached.class)
class AncestryTest {

    @Test
    void aTaskThatReschedulesItselfKeepsItsNewestAndOldestAncestors() {
        List<TaskRecord> made = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(child());
            made.get(i).id = i + 1; // whose own ids may leave some out
        }
        long first = made.get(0).id;

        for (int i = 0; i < made.size(); i += i < 200 ? 1 : 97) {
            List<TaskRecord> chain = chain(made.get(i));
            int dropped = chain.stream().mapToInt(record -> record.dropped()).sum();

            assertThat(chain).as("chain %d", i).hasSizeLessThanOrEqualTo(Ancestry.DEEPEST + 1);
            assertThat(chain.size() + dropped).as("all of chain %d", i).isEqualTo(i + 2); // and the thread
            assertInOrder(chain, first, i);
        }
    }

    /** Ids go down by one, but for the one place where as many are dropped as it says. */
    private static void assertInOrder(List<TaskRecord> chain, long first, int number) {
        int gaps = 0;
        for (int at = 0; at < chain.size() - 2; at++) {
            TaskRecord record = chain.get(at);
            long step = record.id - chain.get(at + 1).id;
            assertThat(step).as("behind %d of %d", at, number).isEqualTo(1 + record.dropped());
            gaps += step > 1 ? 1 : 0;
            if (step > 1) {
                assertThat(at).as("newest of %d", number).isGreaterThanOrEqualTo(31);
                assertThat(chain.size() - 1 - at).as("oldest of %d", number).isGreaterThanOrEqualTo(16);
            }
        }
        assertThat(gaps).as("gaps of %d", number).isLessThanOrEqualTo(1);
        assertThat(chain.get(chain.size() - 2).id).isEqualTo(first);
        assertThat(chain.get(chain.size() - 1)).isInstanceOf(ThreadRecord.class);
    }

    @Test
    void aShortChainIsLeftAsItIs() {
        TaskRecord parent = child();

        assertThat(Ancestry.bounded(parent)).isSameAs(parent);
        assertThat(child().parent).isSameAs(parent);
    }

    @Test
    void whatStandsInForAnAncestorTellsTheSame() {
        List<TaskRecord> made = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            made.add(child());
        }
        for (TaskRecord record : chain(made.get(79))) {
            made.stream().filter(original -> original.id == record.id).forEach(original -> {
                assertThat(record.creation).isSameAs(original.creation);
                assertThat(record.kind).isEqualTo(original.kind);
                assertThat(record.createdAt).isEqualTo(original.createdAt);
                assertThat(record.session()).isEqualTo(original.session());
            });
        }
    }

    /** Makes a task in the task that was made before. */
    private static TaskRecord child() {
        TaskRecord record = new WorkRecord(null);
        Recording.place(record, TaskRecord.POOL, "work");
        ThreadRecord me = Recording.current();
        me.midst().current = new Run(record, record, null, null);
        return record;
    }

    private static List<TaskRecord> chain(TaskRecord record) {
        List<TaskRecord> chain = new ArrayList<>();
        for (TaskRecord at = record; at != null; at = at.parent) {
            chain.add(at);
        }
        return chain;
    }
}
