// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

    @Test
    void theMiddleOfABucketIsAnEighthAwayAtMost() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 100_000; i++) {
            long nanos = random.nextLong(1_024, 1L << random.nextInt(11, 60));
            assertThat((double) Span.nanos(Span.bucket(nanos)) / nanos).isCloseTo(1, within(0.126));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, 1_023})
    void whatIsTooShortOrAgainstTheClockIsInTheFirstBucket(long nanos) {
        assertThat(Span.bucket(nanos)).isZero();
        assertThat(Span.nanos(0)).isEqualTo(512);
    }

    @Test
    void longerOnesAreNeverInAnEarlierBucket() {
        for (long nanos = 1; nanos > 0; nanos *= 2) {
            assertThat(Span.bucket(nanos)).isGreaterThanOrEqualTo(Span.bucket(nanos - 1));
            assertThat(Span.bucket(nanos + nanos / 2)).isGreaterThanOrEqualTo(Span.bucket(nanos));
        }
        assertThat(Span.bucket(Long.MAX_VALUE)).isLessThan(256);
    }
}
