// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ValueTextTest {

    private record Pair(String name, List<Integer> numbers) {}

    @Test
    void tellsSmallValuesAsJavaWritesThem() {
        assertThat(ValueText.of(null)).isEqualTo("null");
        assertThat(ValueText.of(42)).isEqualTo("42");
        assertThat(ValueText.of('\n')).isEqualTo("'\\n'");
        assertThat(ValueText.of("a \"b\" \\ c")).isEqualTo("\"a \\\"b\\\" \\\\ c\"");
        assertThat(ValueText.of(List.of(1, "x"))).isEqualTo("[1, \"x\"]");
        assertThat(ValueText.of(new TreeMap<>(Map.of("a", 1)))).isEqualTo("{\"a\"=1}");
        assertThat(ValueText.of(new int[] {1, 2})).isEqualTo("int[2] { 1, 2 }");
        assertThat(ValueText.of(Optional.of("x"))).isEqualTo("Optional[\"x\"]");
        assertThat(ValueText.of(Optional.empty())).isEqualTo("Optional.empty");
        assertThat(ValueText.of(new Pair("x", List.of(1)))).isEqualTo("Pair[name=\"x\", numbers=[1]]");
        assertThat(ValueText.of(new StringBuilder("plain"))).isEqualTo("plain");
    }

    @Test
    void looksAtTheFirstElementsAlone() {
        var looks = new AtomicInteger();
        List<Integer> counted = new AbstractList<>() {
            @Override
            public Integer get(int index) {
                looks.incrementAndGet();
                return index;
            }

            @Override
            public int size() {
                return 1_000_000;
            }
        };

        assertThat(ValueText.of(counted)).startsWith("[0, 1, ").endsWith(", 99, … 999900 more]");
        assertThat(looks).hasValueLessThan(110);
        assertThat(ValueText.of(new Pair("x", counted))).endsWith(", 19, … 999980 more]]");
        assertThat(ValueText.of(new long[1_000])).endsWith("0, … 900 more }");
        assertThat(ValueText.of("x".repeat(5_000))).hasSizeLessThan(2_100).endsWith("\"… (5000 characters)");
    }

    @Test
    void isBoundedWhateverIsInside() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            texts.add("y".repeat(1_000_000));
        }
        List<Object> round = new ArrayList<>();
        round.add(round);

        assertThat(ValueText.of(texts)).hasSizeLessThan(12_000);
        assertThat(ValueText.of(round)).startsWith("[[[[java.util.ArrayList@");
    }

    @Test
    void tellsOfWhatCantTellOfItself() {
        Object broken = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no words");
            }
        };

        assertThat(ValueText.of(List.of(1, broken, 2))).startsWith("[1, " + broken.getClass().getName() + "@")
                .endsWith(" (telling of it threw java.lang.IllegalStateException), 2]");
    }
}
