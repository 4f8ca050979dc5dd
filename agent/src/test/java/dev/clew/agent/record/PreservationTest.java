// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.agent.hook.Creation;
import dev.clew.model.Frame;
import dev.clew.model.answer.PatternList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Globs and the annotation choose the endings that outlive the limit. */
class PreservationTest {

    private static final Frame SITE = new Frame("com.example.Shop", "order", "Shop.java", 7);

    @ParameterizedTest
    @CsvSource({
        "nightly-*, nightly-7, true", "nightly-*, the nightly-7, false", "*-7, nightly-7, true",
        "night, nightly-7, true", "NIGHT, nightly-7, true", "n*7, nightly-7, true", "n*8, nightly-7, false",
        "*, anything, true", "com.example.*, x, true", "Shop.order, x, true", "*.order, x, true",
        "com.example.Shop.cancel, x, false", "a.b, axb, false", "(.*), x, false", "a**b, a-b, true",
        "'[x', '[x]', true", "'\\E.*', x, false", "aba*aba, aba, false", "aba*aba, abaaba, true",
        "*ab*b, aab, false", "*ab*b, aabb, true", "a*b*c, a-c-b-c, true", "a*b*c, a-c-b, false", "ab*bc, abc, false"
    })
    void matchesNamesAndSites(String glob, String name, boolean covered) {
        assertThat(under(new Preservation(List.of(glob)), name, SITE)).isEqualTo(covered ? glob : null);
    }

    @ParameterizedTest
    @CsvSource({"two*lines", "*lines", "two"})
    void matchesNamesOfSeveralLines(String glob) {
        assertThat(under(new Preservation(List.of(glob)), "two\nlines", null)).isEqualTo(glob);
    }

    @ParameterizedTest
    @CsvSource({"shop", "com.example.*"})
    void doesWithoutASite(String glob) {
        assertThat(under(new Preservation(List.of(glob)), "x", null)).isNull();
        assertThat(under(new Preservation(List.of()), "x", SITE)).isNull();
        assertThat(under(new Preservation(List.of("y", glob)), "x", SITE)).isEqualTo(glob);
    }

    @ParameterizedTest
    @CsvSource({"com.acme.*, true", "*.Job, true", "Lambda, false", "com.acme, true", "Jobs, false"})
    void matchesTheClassOfTheWork(String glob, boolean covered) {
        var preservation = new Preservation(List.of(glob));
        Creation plain = TestRecord.of(1).work("com.acme.Job").done().creation;
        Creation lambda = TestRecord.of(2).work("com.acme.Job$$Lambda/0x7f00").done().creation;

        assertThat(preservation.under(plain, "x", null) != null).isEqualTo(covered);
        assertThat(preservation.under(lambda, "x", null) != null).isEqualTo(covered);
    }

    @Test
    void theAnnotationComesBeforeThePatterns() {
        Creation marked = TestRecord.of(1).done().creation;
        marked.marked = true;

        assertThat(new Preservation(List.of("*")).under(marked, "x", SITE)).isEqualTo(PatternList.ANNOTATION);
    }

    @Test
    void patternsComeAndGo() {
        var preservation = new Preservation(List.of("a*", "a*"));
        preservation.add("b*");
        preservation.add("b*");

        assertThat(preservation.patterns()).containsExactly(PatternList.ANNOTATION, "a*", "b*");
        assertThat(preservation.patterns()).extracting(preservation::from)
                .containsExactly("annotation", "option", "command");
        assertThat(under(preservation, "bc", null)).isEqualTo("b*");
        assertThat(preservation.remove("b*")).isTrue();
        assertThat(preservation.remove("b*")).isFalse();
        assertThat(under(preservation, "bc", null)).isNull();
    }

    private static String under(Preservation preservation, String name, Frame site) {
        return preservation.under(TestRecord.of(1).done().creation, name, site);
    }
}
