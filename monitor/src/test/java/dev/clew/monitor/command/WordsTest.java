// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.monitor.Refusal;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void splitsAtBlanks() throws Refusal {
        assertThat(Words.of("  ps\t -n  5 ")).containsExactly("ps", "-n", "5");
        assertThat(Words.of(" \t ")).isEmpty();
    }

    @Test
    void keepsQuotedWordsTogether() throws Refusal {
        assertThat(Words.of("a 'b \"c' \"d \\\" 'e\" f\\ g ''")).containsExactly("a", "b \"c", "d \" 'e", "f g", "");
        assertThat(Words.of("--reason=\"too slow\"")).containsExactly("--reason=too slow");
    }

    @Test
    void leavesQuotesToFilters() throws Refusal {
        assertThat(Words.of("ps name:\"a b\" -thread='c d' (name!=\"x y\",\"z\")")).containsExactly("ps", "name:\"a b\"",
                "-thread='c d'", "(name!=\"x y\",\"z\")");
        assertThat(Words.of("ps \"name:a b\"")).containsExactly("ps", "name:a b");
    }

    @Test
    void dropsCommentsButKeepsIds() throws Refusal {
        assertThat(Words.of("where #12 # the slow one")).containsExactly("where", "#12");
        assertThat(Words.of("ps a#b")).containsExactly("ps", "a#b");
    }
}
