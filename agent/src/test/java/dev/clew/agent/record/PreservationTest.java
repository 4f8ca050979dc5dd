// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Frame;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Globs choose the endings that outlive the limit. */
class PreservationTest {

    private static final Frame SITE = new Frame("com.example.Shop", "order", "Shop.java", 7);

    @ParameterizedTest
    @CsvSource({
        "nightly-*, nightly-7, true", "nightly-*, the nightly-7, false", "*-7, nightly-7, true",
        "night, nightly-7, true", "NIGHT, nightly-7, true", "n*7, nightly-7, true", "n*8, nightly-7, false",
        "*, anything, true", "com.example.*, x, true", "Shop.order, x, true", "*.order, x, true",
        "com.example.Shop.cancel, x, false", "a.b, axb, false", "(.*), x, false", "a**b, a-b, true",
        "'[x', '[x]', true", "'\\E.*', x, false"
    })
    void matchesNamesAndSites(String glob, String name, boolean covered) {
        assertThat(new Preservation(List.of(glob)).covers(name, SITE)).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({"two*lines", "*lines", "two"})
    void matchesNamesOfSeveralLines(String glob) {
        assertThat(new Preservation(List.of(glob)).covers("two\nlines", null)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"shop", "com.example.*"})
    void doesWithoutASite(String glob) {
        assertThat(new Preservation(List.of(glob)).covers("x", null)).isFalse();
        assertThat(new Preservation(List.of()).covers("x", SITE)).isFalse();
        assertThat(new Preservation(List.of("y", glob)).covers("x", SITE)).isTrue();
    }
}
