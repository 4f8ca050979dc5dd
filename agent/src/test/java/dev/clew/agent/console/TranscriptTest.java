// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TranscriptTest {

    private final AtomicInteger news = new AtomicInteger();
    private final Transcript transcript = new Transcript(news::incrementAndGet);
    private final PrintStream out = transcript.stream();

    @Test
    void givesWhatWasPrintedInPartsAndOnce() {
        out.print("über 😀");

        assertThat(news).hasPositiveValue();
        assertThat(transcript.take(4)).isEqualTo("über");
        assertThat(transcript.take(2)).as("half a character is left").isEqualTo(" ");
        assertThat(transcript.take(100)).isEqualTo("😀");
        assertThat(transcript.isEmpty()).isTrue();
    }

    @Test
    void putsCharactersTogetherThatCameInBytes() {
        for (byte each : "ä€😀".getBytes(StandardCharsets.UTF_8)) {
            out.write(each);
        }

        assertThat(transcript.take(100)).isEqualTo("ä€😀");
    }

    @Test
    void dropsAndCountsWhatNobodyFetches() {
        for (int i = 0; i < 400; i++) {
            out.print("x".repeat(1_000));
        }

        assertThat(transcript.takeDropped()).isEqualTo(400_000 - (1 << 18));
        assertThat(transcript.takeDropped()).isZero();
        assertThat(transcript.take(1 << 20)).hasSize(1 << 18);
    }
}
