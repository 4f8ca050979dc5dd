// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Arrival;
import dev.clew.it.harness.Jdks;
import dev.clew.it.harness.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fault in the agent does not stay hidden from random programs. */
class FaultIT {

    /** One program need not have what a fault concerns. */
    private static final int PROGRAMS = 5;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    @ParameterizedTest
    @EnumSource
    void isFound(Fault fault) {
        var setting = new Setting(Jdks.tested().get(0), Arrival.AT_START);
        Path jar = fault.plant();
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < PROGRAMS && Collections.disjoint(found, fault.symptoms); i++) {
            Verdict verdict = new Trial(20_261_123 + i, 200, 1, setting, jar, 32, PATIENCE).run();
            verdict.differences().forEach(difference -> found.add(difference.what()));
        }
        assertThat(found).containsAnyElementsOf(fault.symptoms);
    }
}
