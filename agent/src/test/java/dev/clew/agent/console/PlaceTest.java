// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceTest {

    @Test
    void namesTheClassOfAPath() {
        assertThat(Place.className("com/acme/Shop.class")).isEqualTo("com.acme.Shop");
        assertThat(Place.className("com/acme/Shop$Till.class")).isEqualTo("com.acme.Shop$Till");
        assertThat(Place.className("com/acme/shop.properties")).isNull();
        assertThat(Place.className("module-info.class")).isNull();
        assertThat(Place.className("com/acme/package-info.class")).isNull();
        assertThat(Place.className("META-INF/versions/21/com/acme/Shop.class")).isNull();
        assertThat(Place.className("BOOT-INF/classes/com/acme/Shop.class")).isNull();
    }
}
