// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PoolsTest {

    @Test
    void starsTheNumbersThatDiffer() {
        assertThat(Pools.common(List.of("pool-1-thread-1", "pool-1-thread-12"))).isEqualTo("pool-1-thread-*");
        assertThat(Pools.common(List.of("7-a-3", "8-a-3"))).isEqualTo("*-a-3");
    }

    @Test
    void starsTheLastNumberOfASingleName() {
        assertThat(Pools.common(List.of("pool-2-thread-1"))).isEqualTo("pool-2-thread-*");
        assertThat(Pools.common(List.of("http-8080-exec-4x"))).isEqualTo("http-8080-exec-*x");
        assertThat(Pools.common(List.of("supervisor"))).isEqualTo("supervisor");
    }

    @Test
    void starsEveryNumberWhereNamesDifferOtherwise() {
        assertThat(Pools.common(List.of("io-1", "compute-2-3"))).isEqualTo("io-*");
        assertThat(Pools.alike("a12b3")).isEqualTo("a*b*");
    }
}
