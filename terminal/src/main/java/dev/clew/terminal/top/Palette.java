// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.model.Outcome;
import dev.clew.model.State;
import org.jline.utils.AttributedStyle;

/**
 * The colours: those that can be read on a light ground as well as on a dark one; none, only bold and inverse, where
 * colours are not wanted.
 *
 * @param colours whether there are any
 */
record Palette(boolean colours) {

    static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
    static final AttributedStyle BOLD = AttributedStyle.BOLD;
    static final AttributedStyle CHOSEN = AttributedStyle.INVERSE;

    AttributedStyle faint() {
        return colours ? PLAIN.faint() : PLAIN;
    }

    AttributedStyle good() {
        return coloured(AttributedStyle.GREEN);
    }

    AttributedStyle bad() {
        return coloured(AttributedStyle.RED);
    }

    AttributedStyle odd() {
        return coloured(AttributedStyle.MAGENTA);
    }

    AttributedStyle calm() {
        return coloured(AttributedStyle.CYAN);
    }

    private AttributedStyle coloured(int colour) {
        return colours ? PLAIN.foreground(colour) : PLAIN;
    }

    AttributedStyle of(State state) {
        return state == null ? PLAIN : switch (state) {
            case RUNNING -> good();
            case BLOCKED -> bad();
            case QUEUED -> odd();
            case WAITING, ENDED -> PLAIN;
        };
    }

    AttributedStyle of(Outcome outcome) {
        return outcome == null ? PLAIN : switch (outcome) {
            case RETURNED -> PLAIN;
            case FAILED, TIMED_OUT -> bad();
            case CANCELLED, INTERRUPTED, REJECTED, ABANDONED, LOST -> odd();
        };
    }
}
