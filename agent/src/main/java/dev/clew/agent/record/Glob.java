// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

/**
 * A text in which {@code *} stands for anything; one without a star matches a part.
 *
 * <p><b>Cost</b>: one pass over what is matched, whatever the glob is, because it may come from afar.
 *
 * @param text the glob as it was written
 * @param parts what is between the stars
 */
record Glob(String text, String[] parts) {

    static Glob of(String text) {
        return new Glob(text, (text.contains("*") ? text : "*" + text + "*").split("\\*", -1));
    }

    /** Returns whether a text matches, in any case. */
    boolean matches(String whole) {
        String last = parts[parts.length - 1];
        int end = whole.length() - last.length();
        if (!at(whole, 0, parts[0]) || end < parts[0].length() || !at(whole, end, last)) {
            return false;
        }
        int from = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            while (from + parts[i].length() <= end && !at(whole, from, parts[i])) {
                from++;
            }
            from += parts[i].length();
            if (from > end) {
                return false;
            }
        }
        return true;
    }

    private static boolean at(String whole, int offset, String part) {
        return whole.regionMatches(true, offset, part, 0, part.length());
    }
}
