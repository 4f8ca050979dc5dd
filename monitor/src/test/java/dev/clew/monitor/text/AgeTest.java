// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {

    @ParameterizedTest
    @CsvSource({"PT0S,0us", "PT0.00034S,340us", "PT0.012S,12ms", "PT4.29S,4.2s", "PT59S,59s", "PT3M4S,3m 04s",
            "PT2H3M,2h 03m", "P2DT5H,2d 5h", "PT-3S,0s"})
    void saysTimesAsPeopleDo(Duration time, String text) {
        assertThat(Age.of(time)).isEqualTo(text);
    }
}
