// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

/** What a person does at a terminal. */
sealed interface Key {

    /**
     * A character.
     *
     * @param codePoint the character
     */
    record Typed(int codePoint) implements Key {}

    /** A key that is no character. */
    enum Special implements Key {
        UP, DOWN, LEFT, RIGHT, PAGE_UP, PAGE_DOWN, HOME, END, ENTER, ESCAPE, TAB, BACK_TAB, BACKSPACE, DELETE, REDRAW,
        INTERRUPT
    }

    /**
     * A press of a mouse's first button.
     *
     * @param column where, from 0
     * @param row where, from 0
     */
    record Click(int column, int row) implements Key {}

    /**
     * A turn of a mouse's wheel.
     *
     * @param lines how far down; negative for up
     */
    record Wheel(int lines) implements Key {}

    static Key of(char c) {
        return new Typed(c);
    }
}
