// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import dev.clew.model.Victim;
import dev.clew.monitor.Source;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Of many victims the first and the newest are told, with those that still run; every other one is counted. */
class SelectionTest {

    private static final int MOST = Selection.MOST;

    private final Selection selection = new Selection();

    @Test
    void fewAreToldWholeFirstToLast() {
        newestFirst(1, 3, false);

        Source.Victims victims = selection.with(List.of());

        assertThat(victims.shown()).extracting(Victim::task).containsExactly(1L, 2L, 3L);
        assertThat(victims.left()).isZero();
    }

    @Test
    void asManyAsThereIsRoomForAreTold() {
        newestFirst(1, 2 * MOST, false);

        assertThat(selection.with(List.of()).shown()).hasSize(2 * MOST);
        assertThat(selection.with(List.of()).left()).isZero();
    }

    @Test
    void ofManyTheFirstAndTheNewestAreTold() {
        newestFirst(1, 1_000, false);

        Source.Victims victims = selection.with(List.of());

        assertThat(victims.shown()).extracting(Victim::task).containsExactlyElementsOf(
                LongStream.concat(LongStream.rangeClosed(1, MOST), LongStream.rangeClosed(1_001 - MOST, 1_000))
                        .boxed().toList());
        assertThat(victims.left()).isEqualTo(1_000 - 2 * MOST);
    }

    @Test
    void thoseThatStillRunAreToldWhereverTheyStand() {
        newestFirst(600, 1_000, false);
        selection.add(victim(599, true));
        newestFirst(1, 598, false);

        Source.Victims victims = selection.with(List.of());

        assertThat(victims.shown()).hasSize(2 * MOST + 1).filteredOn(Victim::running).extracting(Victim::task)
                .containsExactly(599L);
        assertThat(victims.left()).isEqualTo(1_000 - 2 * MOST - 1);
    }

    @Test
    void nobodyIsLeftUncountedWhenVeryManyRun() {
        newestFirst(1, 1_000, true);

        Source.Victims victims = selection.with(List.of());

        assertThat(victims.shown()).hasSize(3 * MOST).doesNotHaveDuplicates();
        assertThat(victims.shown().size() + victims.left()).isEqualTo(1_000);
    }

    @Test
    void livingOnesComeInTheirPlaceAndThoseLeftOutElsewhereCount() {
        newestFirst(1, 3, false);
        selection.leave();

        Source.Victims victims = selection.with(List.of(new Victim(9, "live", Kind.THREAD, "interrupt", null,
                Instant.ofEpochSecond(2), null, true, "t")));

        assertThat(victims.shown()).extracting(Victim::task).containsExactly(1L, 2L, 9L, 3L);
        assertThat(victims.left()).isEqualTo(1);
    }

    private void newestFirst(long first, long last, boolean running) {
        for (long id = last; id >= first; id--) {
            selection.add(victim(id, running));
        }
    }

    private static Victim victim(long id, boolean running) {
        return new Victim(id, "victim", Kind.POOL, "cancel", Outcome.CANCELLED, Instant.ofEpochSecond(id), null,
                running, running ? "pool-1" : null);
    }
}
