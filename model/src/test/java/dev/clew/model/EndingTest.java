// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.json.Json;
import dev.clew.model.json.MalformedJson;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which endings somebody should look at, and that nothing of them is lost on the wire. */
class EndingTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Failure ERROR = new Failure("java.lang.IllegalStateException", "bad", List.of(), null);

    @Test
    void aFailureThatNobodyLookedAtIsUnobserved() {
        assertThat(new Ending(Outcome.FAILED, NOON, ERROR, false, null).unobserved()).isTrue();
        assertThat(new Ending(Outcome.FAILED, NOON, ERROR, true, null).unobserved()).isFalse();
        assertThat(new Ending(Outcome.FAILED, NOON, ERROR, null, null).unobserved()).as("not known").isFalse();
        assertThat(new Ending(Outcome.RETURNED, NOON, null, null, null).unobserved()).isFalse();
    }

    @Test
    void whatWasThrownLateIsUnobservedUnlessItIsTheInterrupts() {
        assertThat(late(false).unobserved()).isTrue();
        assertThat(late(true).unobserved()).isFalse();
        assertThat(late(null).unobserved()).isFalse();
    }

    @Test
    void everyFieldSurvivesTheWire() throws MalformedJson {
        var ending = new Ending(Outcome.FAILED, NOON, ERROR, false, null, NOON.plusSeconds(5),
                new LateFailure(ERROR, null));

        assertThat(Json.read(Ending.class, Json.write(ending))).isEqualTo(ending);
    }

    private static Ending late(Boolean observed) {
        return new Ending(Outcome.CANCELLED, NOON, null, null, null, null, new LateFailure(ERROR, observed));
    }
}
