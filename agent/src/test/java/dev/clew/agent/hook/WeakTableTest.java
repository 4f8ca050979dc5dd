// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is known of objects by their identity. */
class WeakTableTest {

    private static final int THREADS = 4;

    private final WeakTable<String> table = new WeakTable<>();

    /** An object of the application that answers nothing. */
    private static final class Shy {
        @Override
        public boolean equals(Object other) {
            throw new AssertionError("equals was called");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("hashCode was called");
        }

        @Override
        public String toString() {
            throw new AssertionError("toString was called");
        }
    }

    @Test
    void asksNothingOfItsKeys() {
        List<Shy> keys = keys(5_000);
        for (int i = 0; i < keys.size(); i++) {
            table.add(keys.get(i), "v" + i);
            assertThat(table.addIfAbsent(keys.get(i), "other")).isEqualTo("v" + i);
        }
        table.sweep(value -> false);
        table.sweep(value -> false);

        for (int i = 0; i < keys.size(); i++) {
            assertThat(table.find(keys.get(i))).isEqualTo("v" + i);
        }
    }

    @Test
    void isCrowdedUntilItIsSwept() {
        List<Shy> keys = keys(5_000);
        assertThat(table.crowded()).isFalse();
        keys.forEach(key -> table.add(key, "v"));
        assertThat(table.crowded()).isTrue();

        table.sweep(value -> false);

        assertThat(table.crowded()).isFalse();
    }

    @Test
    void findsTheNewestAndTheOldestThatIsAccepted() {
        Shy key = new Shy();
        for (String value : List.of("a1", "b1", "a2", "b2")) {
            table.add(key, value);
        }

        assertThat(table.find(key)).isEqualTo("b2");
        assertThat(table.find(key, value -> value.startsWith("a"))).isEqualTo("a2");
        assertThat(table.oldest(key, value -> value.startsWith("b"))).isEqualTo("b1");
        assertThat(table.find(key, value -> value.startsWith("c"))).isNull();
        assertThat(table.find(new Shy())).isNull();
    }

    @Test
    void keepsTheOrderOfAnObjectsEntriesWhenItGrows() {
        Shy key = new Shy();
        table.add(key, "first");
        table.add(key, "second");
        List<Shy> others = keys(3_000);
        others.forEach(other -> table.add(other, "other"));
        table.sweep(value -> false); // grows
        table.add(key, "third");

        assertThat(table.oldest(key, value -> true)).isEqualTo("first");
        table.sweep(value -> false); // moves what was there before

        assertThat(table.find(key)).isEqualTo("third");
        assertThat(table.find(key, value -> !value.equals("third"))).isEqualTo("second");
        assertThat(table.oldest(key, value -> true)).isEqualTo("first");
        assertThat(others).allMatch(other -> table.find(other).equals("other"));
        assertThat(table.size()).isEqualTo(3_003);
    }

    @Test
    void addsUnlessTheObjectHasAnAcceptedOne() {
        Shy key = new Shy();
        table.add(key, "old");

        assertThat(table.addIfAbsent(key, "new", value -> value.equals("new"))).isEqualTo("new");
        assertThat(table.addIfAbsent(key, "new", value -> value.equals("new"))).isEqualTo("new");
        assertThat(table.size()).isEqualTo(2);
    }

    @Test
    void dropsWhatIsStale() {
        Shy key = new Shy();
        table.add(key, "stale 1");
        table.add(key, "fresh");
        table.add(key, "stale 2");

        table.sweep(value -> value.startsWith("stale"));

        assertThat(table.find(key)).isEqualTo("fresh");
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void collectedKeysLeave() {
        Shy kept = new Shy();
        table.add(kept, "kept");
        WeakReference<Object> last = addAndForget();
        for (int i = 0; i < 100 && !last.refersTo(null); i++) {
            System.gc();
        }
        assertThat(last.refersTo(null)).as("collected").isTrue();

        table.sweep(value -> false);

        assertThat(table.size()).isEqualTo(1);
        assertThat(table.find(kept)).isEqualTo("kept");
    }

    private WeakReference<Object> addAndForget() {
        for (Shy key : keys(1_000)) {
            table.add(key, "gone");
        }
        return table.add(new Shy(), "gone too");
    }

    @Test
    void whatAThreadAddedItFindsWhileTheTableGrows() throws InterruptedException {
        AtomicInteger busy = new AtomicInteger(THREADS);
        Attached.together(THREADS + 1, number -> {
            if (number == THREADS) {
                while (busy.get() > 0) {
                    table.sweep(value -> value.equals("stale"));
                }
                return;
            }
            try {
                addAndFind(keys(20_000));
            } finally {
                busy.decrementAndGet();
            }
        });
        table.sweep(value -> true);
        table.sweep(value -> true);

        assertThat(table.size()).isZero();
    }

    private void addAndFind(List<Shy> keys) {
        for (Shy key : keys) {
            table.add(key, "first");
            table.add(key, "stale");
            table.addIfAbsent(key, "second", value -> value.equals("second"));
            assertThat(table.find(key, value -> value.equals("second"))).isEqualTo("second");
            assertThat(table.oldest(key, value -> !value.equals("stale"))).isEqualTo("first");
        }
        for (Shy key : keys) {
            assertThat(table.find(key, value -> value.equals("first"))).isEqualTo("first");
            assertThat(table.find(key, value -> !value.equals("stale"))).isEqualTo("second");
        }
    }

    @Test
    void oneOfManyThreadsWins() throws InterruptedException {
        for (Shy key : keys(500)) {
            String[] winners = new String[THREADS];
            Attached.together(THREADS, number -> winners[number] = table.addIfAbsent(key, "of " + number));

            assertThat(winners).containsOnly(table.find(key));
        }
        assertThat(table.size()).isEqualTo(500);
    }

    private static List<Shy> keys(int count) {
        List<Shy> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys.add(new Shy());
        }
        return keys;
    }
}
