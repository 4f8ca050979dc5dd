// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

/** How a filter compares a field with a value. */
public enum Comparison {
    /** At most. */
    AT_MOST("<="),
    /** At least. */
    AT_LEAST(">="),
    /** Not equal. */
    DIFFERS("!="),
    /** Has as a part, or, for words and numbers, is. */
    HAS(":"),
    /** Is exactly, in any case. */
    EQUALS("="),
    /** Less. */
    LESS("<"),
    /** More. */
    MORE(">");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /** Returns how it is written. */
    public String sign() {
        return sign;
    }

    /** Returns the comparison that is written at a place, longest sign first; null if there is none. */
    static Comparison at(String text, int place) {
        for (Comparison each : values()) {
            if (text.startsWith(each.sign, place)) {
                return each;
            }
        }
        return null;
    }

    boolean orders() {
        return this == LESS || this == MORE || this == AT_MOST || this == AT_LEAST;
    }

    /** Returns whether it holds for a number that compares so with another, as {@link Long#compare} says. */
    boolean holds(int compared) {
        return switch (this) {
            case HAS, EQUALS -> compared == 0;
            case DIFFERS -> compared != 0;
            case LESS -> compared < 0;
            case MORE -> compared > 0;
            case AT_MOST -> compared <= 0;
            case AT_LEAST -> compared >= 0;
        };
    }
}
