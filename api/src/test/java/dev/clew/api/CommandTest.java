// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandTest {

    private static final Command ORDERS = Command.of("orders", "list the orders", call -> call.text("customer"))
            .with(Argument.text("customer").help("whose"));

    @AfterEach
    void removeAll() {
        List.of("orders", "other").forEach(Clew.commands()::remove);
        Clew.console().remove("orders");
    }

    @Test
    void tellsWhatItIsInTypesOfTheJdk() {
        Map<String, Object> told = ORDERS.reading().within(Duration.ofSeconds(2)).told();

        assertThat(told).containsEntry("name", "orders").containsEntry("help", "list the orders")
                .containsEntry("reading", true).containsEntry("limit", 2_000L);
        assertThat(told.get("arguments")).isEqualTo(List.of(Map.of("name", "customer", "kind", "text", "choices",
                List.of(), "help", "whose", "optional", false, "many", false, "named", false)));
        assertThat(run(told, "--", "acme")).isEqualTo(Map.of("lines", List.of("acme"), "left", 0L));
        assertThat(run(told)).isEqualTo(Map.of("usage", "it needs customer"));
        assertThat(ORDERS.told()).containsEntry("reading", false).containsEntry("limit", 10_000L);
    }

    @Test
    void anythingThatTheBodyThrowsIsAnAnswer() {
        Map<String, Object> told = Command.of("fail", "", call -> {
            throw new AssertionError("no db");
        }).told();

        assertThat((String) run(told).get("failed")).startsWith("java.lang.AssertionError: no db, at CommandTest.");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> run(Map<String, Object> told, String... words) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try {
            return ((Function<List<String>, Map<String, Object>>) told.get("run")).apply(List.of(words));
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void refusesAtOnceWhatCouldNeverBeAsked() {
        assertThatThrownBy(() -> Command.of("Orders", "", call -> null)).hasMessageContaining("\"Orders\" can't be the name");
        assertThatThrownBy(() -> Command.of("orders", "", null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ORDERS.with(Argument.text("customer"))).hasMessage("orders has two arguments customer");
        assertThatThrownBy(() -> ORDERS.with(Argument.text("a").optional(), Argument.text("b")))
                .hasMessage("a of orders must come last");
        assertThatThrownBy(() -> ORDERS.with(Argument.text("a").many(), Argument.text("b").optional()))
                .hasMessage("a of orders must come last");
        assertThatThrownBy(() -> Argument.flag("json")).hasMessage("--json is an option that every command has");
        assertThatThrownBy(() -> ORDERS.within(Duration.ofMinutes(2))).hasMessageContaining("a minute at most");
    }

    @Test
    void addsReplacesAndRemoves() {
        Clew.commands().add(ORDERS, Command.of("other", "", call -> null));
        Clew.commands().add(ORDERS.reading());

        assertThat(Commands.ONLY.added()).extracting(told -> told.get("name") + " " + told.get("reading"))
                .containsExactly("orders true", "other false");
        assertThat(Clew.commands().remove("orders")).isTrue();
        assertThat(Clew.commands().remove("orders")).isFalse();
        assertThat(Commands.ONLY.added()).hasSize(1);
    }

    @Test
    void showsObjectsInTheConsoleByTheNamesOfVariables() {
        Clew.console().put("orders", 1);
        Clew.console().put("orders", 2);

        assertThat(Console.ONLY.all()).containsExactly(Map.entry("orders", 2));
        assertThat(Clew.console().get("orders")).isEqualTo(2);
        assertThat(Clew.console().remove("orders")).isEqualTo(2);
        assertThat(Clew.console().get("orders")).isNull();
        assertThatThrownBy(() -> Clew.console().put("my orders", 1)).hasMessageContaining("can't be the name of a variable");
    }
}
