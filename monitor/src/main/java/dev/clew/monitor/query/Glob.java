// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

/**
 * A text to compare with, in any case.
 *
 * @param text what was written; {@code *} stands for anything and {@code ?} for one character unless it was quoted
 * @param wild whether it has such a character
 */
record Glob(String text, boolean wild) {

    static Glob of(String text, boolean quoted) {
        return new Glob(text, !quoted && (text.indexOf('*') >= 0 || text.indexOf('?') >= 0));
    }

    /** Returns whether another text has this one as a part; if it is wild, whether it is matched from end to end. */
    boolean in(String hay) {
        if (hay == null) {
            return false;
        }
        return wild ? matches(hay) : contains(hay);
    }

    /** Returns whether a part of another text is matched. */
    boolean within(String hay) {
        return wild ? hay != null && new Glob("*" + text + "*", true).matches(hay) : in(hay);
    }

    /** Returns whether another text is matched from end to end. */
    boolean equal(String hay) {
        return hay != null && (wild ? matches(hay) : text.equalsIgnoreCase(hay));
    }

    private boolean contains(String hay) {
        for (int at = 0; at <= hay.length() - text.length(); at++) {
            if (hay.regionMatches(true, at, text, 0, text.length())) {
                return true;
            }
        }
        return false;
    }

    /** Matches without recursion: on a mismatch the last star takes one character more. */
    private boolean matches(String hay) {
        int at = 0;
        int here = 0;
        int star = -1;
        int taken = 0;
        while (here < hay.length()) {
            if (at < text.length() && text.charAt(at) == '*') {
                star = at++;
                taken = here;
            } else if (at < text.length() && (text.charAt(at) == '?' || text.regionMatches(true, at, hay, here, 1))) {
                at++;
                here++;
            } else if (star >= 0) {
                at = star + 1;
                here = ++taken;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        return at == text.length();
    }
}
