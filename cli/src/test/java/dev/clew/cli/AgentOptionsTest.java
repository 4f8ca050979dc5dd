// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.monitor.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentOptionsTest {

    @Test
    void encodesWhatWouldPartThePairs() throws Refusal {
        AgentOptions options = AgentOptions.parse(List.of("--option", "name=a,b=c 100% é", "--option", "history=5"), "")
                .with("jar", "/x y/clew.jar");

        assertThat(options.line()).isEqualTo("jar=/x%20y/clew.jar,name=a%2Cb%3Dc%20100%25%20%C3%A9,history=5");
    }

    @Test
    void leavesAnOptionThatIsGivenAsItIs() throws Refusal {
        assertThat(AgentOptions.parse(List.of("--option", "dir=/a"), "").with("dir", "/b").line()).isEqualTo("dir=/a");
    }

    @Test
    void refusesWhatIsNoPair() {
        assertThatThrownBy(() -> AgentOptions.parse(List.of("--option", "fast"), "usage"))
                .hasMessage("--option needs a pair like k=v, not \"fast\"");
    }
}
