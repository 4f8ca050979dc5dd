// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.answer.GroupList.Tally;
import dev.clew.model.answer.Overview;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static Overview at(double seconds, long created, long failed) {
        return new Overview(Instant.ofEpochMilli(1_000_000 + (long) (seconds * 1_000)), 0, 0, List.of(), created, 0,
                List.of(new Tally("failed", failed), new Tally("cancelled", 99)), 0, null, null, null, null);
    }

    @Test
    void knowsNothingAtFirst() {
        assertThat(Trend.EMPTY.with(at(0, 7_000, 3)).rate(Trend.Count.CREATED)).isEqualTo(-1);
        assertThat(Head.rate(-1)).isEqualTo("   ?/s");
    }

    @Test
    void countsBySecond() {
        Trend trend = Trend.EMPTY.with(at(0, 100, 1)).with(at(0.5, 110, 1)).with(at(1, 130, 2)).with(at(2, 130, 2))
                .with(at(3, 132, 2));

        assertThat(trend.samples()).extracting(Trend.Sample::created).containsExactly(10L, 20L, 0L, 2L);
        assertThat(trend.samples()).extracting(Trend.Sample::failed).containsExactly(0L, 1L, 0L, 0L);
        assertThat(trend.rate(Trend.Count.CREATED)).isEqualTo(10);
        assertThat(trend.bars(Trend.Count.CREATED, 5)).isEqualTo("  ▄█▁");
    }

    @Test
    void spreadsWhatHappenedBetweenRareLooks() {
        Trend trend = Trend.EMPTY.with(at(0, 0, 0)).with(at(1, 4, 0)).with(at(5, 44, 0));

        assertThat(trend.samples()).extracting(Trend.Sample::created).containsExactly(4L, 10L, 10L, 10L, 10L);
    }

    @Test
    void staysWithinTwoMinutes() {
        Trend trend = Trend.EMPTY;
        for (int second = 0; second < 500; second++) {
            trend = trend.with(at(second, second, 0));
        }
        assertThat(trend.with(at(90_000, 10_000, 0)).samples()).hasSize(120);
    }

    @Test
    void takesAPulseAsNothing() {
        Trend trend = Trend.EMPTY.with(at(0, 0, 0)).with(at(1, 5, 0));

        assertThat(trend.still(at(1, 0, 0).at())).isEqualTo(trend);
        assertThat(trend.still(at(2, 0, 0).at()).samples()).extracting(Trend.Sample::created).containsExactly(5L, 0L);
    }

    @Test
    void writesRatesInSixColumns() {
        assertThat(List.of(Head.rate(0), Head.rate(1.25), Head.rate(99), Head.rate(12_400), Head.rate(3e6)))
                .containsExactly("   0/s", " 1.3/s", "  99/s", " 12k/s", "  3M/s").allMatch(text -> text.length() == 6);
    }
}
