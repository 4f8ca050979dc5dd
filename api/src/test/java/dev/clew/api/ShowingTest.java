// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShowingTest {

    private record Order(int id, String customer, double total, boolean open, Instant at, Object more) {}

    @Test
    void makesATableOfRecords() throws Exception {
        var first = new Order(17, "acme", 9.5, true, Instant.EPOCH, null);

        assertThat(Showing.of(List.of(first))).isEqualTo(Map.of(
                "columns", List.of("id", "customer", "total", "open", "at", "more"),
                "rows", List.of(row("id", 17L, "customer", "acme", "total", 9.5, "open", true, "at",
                        "1970-01-01T00:00:00Z", "more", null)), "left", 0L));
    }

    @Test
    void makesTheSameOfWhateverHoldsThem() throws Exception {
        Object table = Map.of("columns", List.of("value"), "rows", List.of(Map.of("value", 1L), Map.of("value", 2L)),
                "left", 0L);

        for (Object each : List.of(List.of(1, 2), new int[] {1, 2}, new Object[] {1L, (short) 2}, Stream.of(1, 2),
                IntStream.of(1, 2), List.of(1, 2).iterator(), Optional.of(List.of(1, 2)))) {
            assertThat(Showing.of(each)).isEqualTo(table);
        }
    }

    @Test
    void takesTheColumnsOfAllRowsInTheirOrder() throws Exception {
        Map<String, Object> shown = Showing.of(List.of(row("b", 1), row("a", 2, "b", 3), "text"));

        assertThat(shown.get("columns")).isEqualTo(List.of("b", "a", "value"));
        assertThat(shown.get("rows")).isEqualTo(List.of(row("b", 1L), row("a", 2L, "b", 3L), row("value", "text")));
    }

    @Test
    void makesLinesOfTextAndNothingOfNull() throws Exception {
        assertThat(Showing.of("a\n\nb\n")).isEqualTo(Map.of("lines", List.of("a", "", "b"), "left", 0L));
        assertThat(Showing.of(null)).isEqualTo(Map.of("lines", List.of(), "left", 0L));
        assertThat(Showing.of(Optional.empty())).isEqualTo(Map.of("lines", List.of(), "left", 0L));
        assertThat(Showing.of(Path.of("/a/b"))).isEqualTo(Map.of("lines", List.of("/a/b"), "left", 0L));
    }

    @Test
    void keepsNumbersAndTruthValuesAndMakesTextOfTheRest() throws Exception {
        Map<String, Object> cells = row("byte", (byte) 1, "float", 0.1f, "nan", Double.NaN, "big", new BigDecimal("1e40"),
                "enum", TimeUnit.DAYS, "list", List.of(1), "long", "x".repeat(5_000));

        Map<?, ?> shown = (Map<?, ?>) ((List<?>) Showing.of(cells).get("rows")).get(0);
        assertThat(shown.get("byte")).isEqualTo(1L);
        assertThat(shown.get("float")).isEqualTo(0.1);
        assertThat(shown.get("nan")).isEqualTo("NaN");
        assertThat(shown.get("big")).isEqualTo("1E+40");
        assertThat(shown.get("enum")).isEqualTo("DAYS");
        assertThat(shown.get("list")).isEqualTo("[1]");
        assertThat((String) shown.get("long")).hasSize(2_000).endsWith("…");
    }

    @Test
    void endsWhatHasNoEnd() throws Exception {
        Map<String, Object> endless = Showing.of(Stream.iterate(1, i -> i + 1));
        assertThat((List<?>) endless.get("rows")).hasSize(10_000);
        assertThat(endless.get("left")).isEqualTo(-1L);

        assertThat(Showing.of(Collections.nCopies(12_000, 1)).get("left")).isEqualTo(2_000L);
        assertThat(Showing.of("line\n".repeat(10_500)).get("left")).isEqualTo(500L);
        List<String> heavy = Collections.nCopies(9_000, "x".repeat(1_999));
        assertThat((List<?>) Showing.of(heavy).get("rows")).hasSizeBetween(1_900, 2_100);
    }

    @Test
    void tellsAFailureOnOneLineWithItsPlaceInTheCommand() {
        String told = Showing.failure(new IllegalStateException("no db"), ShowingTest.class);

        assertThat(told).matches("java.lang.IllegalStateException: no db, at ShowingTest."
                + "tellsAFailureOnOneLineWithItsPlaceInTheCommand:[0-9]+");
        assertThat(Showing.failure(new IllegalStateException("x") {
            private static final long serialVersionUID = 1;

            @Override
            public String toString() {
                throw new IllegalStateException("worse");
            }
        }, List.class)).isEqualTo("dev.clew.api.ShowingTest$1");
    }

    private static Map<String, Object> row(Object... pairs) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put((String) pairs[i], pairs[i + 1]);
        }
        return row;
    }
}
