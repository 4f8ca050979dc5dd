// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What events cost, by those that are measured. */
@ExtendWith(Attached.class)
class TollTest {

    @Test
    void oneInSoManyEventsIsMeasured() {
        long creations = Harvest.creating().measured();
        long endings = Harvest.ending().measured();
        for (int i = 0; i < 4 * Toll.ONE_IN; i++) {
            TaskRecord record = new WorkRecord(null);
            Recording.place(record, TaskRecord.POOL, "work");
            Recording.end(record, TaskRecord.RETURNED, null, null);
        }

        assertThat(Harvest.creating().measured() - creations).isEqualTo(4);
        assertThat(Harvest.ending().measured() - endings).isEqualTo(4);
        assertThat(Harvest.creating().mean()).isPositive();
        assertThat(Harvest.ending().mean()).isPositive();
    }

    @Test
    void whatWasNeverMeasuredHasNoMean() {
        assertThat(new Toll().mean()).isZero();
    }
}
