// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private final Reading reading = new Reading(List.of(
            Argument.number("order"), Argument.choice("how", "cash", "card").optional(),
            Argument.text("notes").optional().many().completing(word -> List.of("late", "lost", "broken")),
            Argument.flag("force"), Argument.number("most").named(), Argument.text("tag").named().many()));

    @Test
    void readsOptionsAndPlaces() {
        Call call = reading.call(List.of("--force", "--most", "3", "--tag", "a", "--tag", "b", "--", "17", "card", "x", "-y"));

        assertThat(call.number("order", 0)).isEqualTo(17);
        assertThat(call.text("how")).isEqualTo("card");
        assertThat(call.texts("notes")).containsExactly("x", "-y");
        assertThat(call.has("force")).isTrue();
        assertThat(call.number("most", 10)).isEqualTo(3);
        assertThat(call.texts("tag")).containsExactly("a", "b");
    }

    @Test
    void leavesOutWhatMayBe() {
        Call call = reading.call(List.of("--", "-17"));

        assertThat(call.number("order", 0)).isEqualTo(-17);
        assertThat(call.text("how")).isNull();
        assertThat(call.texts("notes")).isEmpty();
        assertThat(call.has("force")).isFalse();
        assertThat(call.number("most", 10)).isEqualTo(10);
    }

    @Test
    void saysWhatIsWrong() {
        assertWrong("it needs order");
        assertWrong("order is a whole number, not \"x\"", "--", "x");
        assertWrong("how is one of cash, card, not \"gold\"", "--", "1", "gold");
        assertWrong("most is a whole number, not \"many\"", "--most", "many", "--", "1");
        assertWrong("--most needs a value", "--most");
        assertWrong("it has no option --colour", "--colour", "--", "1");
        assertThatThrownBy(() -> new Reading(List.of()).call(List.of("--", "1")))
                .hasMessage("it has one argument too many, 1");
    }

    private void assertWrong(String message, String... words) {
        assertThatThrownBy(() -> reading.call(List.of(words))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void completesTheArgumentThatTheLastWordIs() {
        assertThat(reading.completions(List.of("17", "c"))).containsExactly("cash", "card");
        assertThat(reading.completions(List.of("--most", "3", "17", "--force", "car"))).containsExactly("card");
        assertThat(reading.completions(List.of("17", "card", "l"))).containsExactly("late", "lost");
        assertThat(reading.completions(List.of("17", "card", "late", "b"))).containsExactly("broken");
        assertThat(reading.completions(List.of(""))).isEmpty();
        assertThat(reading.completions(List.of("--most", ""))).isEmpty();
    }

    @Test
    void aMistakeInTheCommandItselfIsToldToItsAuthor() {
        Call call = reading.call(List.of("--", "1"));

        assertThatThrownBy(() -> call.text("colour")).hasMessage("the command declares no argument colour");
        assertThatThrownBy(() -> reading.call(List.of("--", "1", "cash")).number("how", 0))
                .hasMessage("how is declared as something else than a number");
    }
}
