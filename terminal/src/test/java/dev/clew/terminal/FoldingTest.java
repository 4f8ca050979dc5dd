// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldingTest {

    private final Folding folding = new Folding(40);

    @Test
    void breaksAFrameBeforeItsSource() {
        assertThat(folding.of("    at com.acme.orders.OrderService.place(OrderService.java:12)\n")).isEqualTo("""
                    at com.acme.orders.OrderService.place
                         (OrderService.java:12)
                """);
        assertThat(folding.of("  > at com.acme.orders.OrderService.place(OrderService.java:12)\n"))
                .startsWith("  > at com.acme.orders.OrderService.place\n");
    }

    @Test
    void breaksOtherLinesBetweenWords() {
        assertThat(folding.of("clew: no kind poll, did you mean pool?; it is one of thread, virtual, pool\n")).isEqualTo("""
                clew: no kind poll, did you mean pool?;
                    it is one of thread, virtual, pool
                """);
    }

    @Test
    void leavesWhatFitsAndWhatHasNoBlank() {
        assertThat(folding.of("short\n\n  x\n")).isEqualTo("short\n\n  x\n");
        assertThat(folding.of("x".repeat(50) + "\n")).isEqualTo("x".repeat(50) + "\n");
        assertThat(folding.of("    " + "x".repeat(50) + "\n")).isEqualTo("    " + "x".repeat(50) + "\n");
    }
}
