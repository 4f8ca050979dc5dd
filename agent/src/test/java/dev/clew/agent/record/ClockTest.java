// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Readings become times of day. */
class ClockTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.000123Z");

    @Test
    void countsForwardAndBackFromTheReadingItKnows() {
        Clock clock = new Clock(1_000_000_000L, NOON);

        assertThat(clock.at(1_000_000_000L)).isEqualTo(NOON);
        assertThat(clock.at(3_500_001_999L)).isEqualTo(NOON.plusSeconds(2).plusNanos(500_001_000));
        assertThat(clock.at(500_000_000L)).isEqualTo(NOON.minusNanos(500_000_000));
    }

    @Test
    void survivesReadingsBelowZeroAndAcrossTheLimit() {
        assertThat(new Clock(-5_000, NOON).at(-4_000)).isEqualTo(NOON.plusNanos(1_000));
        assertThat(new Clock(Long.MAX_VALUE - 999, NOON).at(Long.MIN_VALUE)).isEqualTo(NOON.plusNanos(1_000));
    }

    @Test
    void aReadingThatWasNeverTakenIsNoTime() {
        assertThat(Clock.now().at(0)).isNull();
    }

    @Test
    void laterReadingsAreNeverEarlier() {
        Clock clock = Clock.now();
        Instant last = clock.at(System.nanoTime());
        for (int i = 0; i < 1_000; i++) {
            Instant next = clock.at(System.nanoTime());
            assertThat(next).isAfterOrEqualTo(last);
            last = next;
        }
    }
}
