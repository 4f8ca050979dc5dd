// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.monitor.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvocationTest {

    @Test
    void takesThePidBeforeTheCommandAlone() throws Refusal {
        assertThat(Invocation.parse(List.of("-p", "12", "ps", "-p"))).isEqualTo(
                new Invocation(12L, null, null, null, List.of("ps", "-p"), true));
        assertThat(Invocation.parse(List.of("-a", "/x/1.sock"))).isEqualTo(
                new Invocation(null, null, "/x/1.sock", null, List.of(), true));
        assertThat(Invocation.parse(List.of("--no-pager", "-p", "12")).pages()).isFalse();
    }

    @Test
    void takesTheFileOfATokenForAnAddress() throws Refusal {
        assertThat(Invocation.parse(List.of("-a", "db:20101", "--token-file", "t", "ps"))).isEqualTo(
                new Invocation(null, null, "db:20101", "t", List.of("ps"), true));
        assertThatThrownBy(() -> Invocation.parse(List.of("--token-file", "t", "ps")))
                .hasMessage("--token-file needs an address");
    }

    @Test
    void takesANameWhereAPidMayStand() throws Refusal {
        assertThat(Invocation.parse(List.of("-p", "shop", "ps"))).isEqualTo(
                new Invocation(null, "shop", null, null, List.of("ps"), true));
    }

    @Test
    void refusesATargetTwice() {
        assertThatThrownBy(() -> Invocation.parse(List.of("-p"))).hasMessage("-p needs a value");
        assertThatThrownBy(() -> Invocation.parse(List.of("-p", "1", "-a", "x")))
                .hasMessage("-p and -a are both there");
    }
}
