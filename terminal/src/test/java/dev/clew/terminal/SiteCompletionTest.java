// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be asked of sites is offered for them, and not what can be asked of tasks. */
class SiteCompletionTest {

    @Test
    void offersWhatSitesHave() {
        assertThat(after("sites", "--sort", "-r")).containsExactly("-rate", "-run");
        assertThat(after("sites", "--group-by", "")).containsExactly("site", "class", "package", "kind", "capture");
        assertThat(after("sites", "--window", "3")).containsExactly("30s");
        assertThat(after("sites", "")).contains("created>", "live>", "kind:").doesNotContain("age>", "state:");
        assertThat(after("ps", "")).contains("age>").doesNotContain("rate>");
    }

    private static List<String> after(String... words) {
        return new Completion(null).choices(List.of(words)).stream().map(Choice::value).toList();
    }
}
