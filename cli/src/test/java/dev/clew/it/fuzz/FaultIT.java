// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Arrival;
import dev.clew.it.harness.Jdks;
import dev.clew.it.harness.Setting;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fault in the agent does not stay hidden from random programs. */
class FaultIT {

    @ParameterizedTest
    @EnumSource
    void isFound(Fault fault) {
        var setting = new Setting(Jdks.tested().get(0), Arrival.AT_START);
        var trial = new Trial(20_261_123, 200, 1, setting, fault.plant(), Duration.ofSeconds(1));
        Verdict verdict = trial.run();
        assertThat(verdict.clean()).isFalse();
        assertThat(verdict.differences()).extracting(Difference::what).containsAnyElementsOf(fault.symptoms);
    }
}
