// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

/**
 * A way to go on with a word.
 *
 * @param value the whole word
 * @param meaning what is shown beside it; empty if nothing
 * @param whole whether the word is complete with it, so that a blank may follow
 */
record Choice(String value, String meaning, boolean whole) {

    static Choice of(String value, String meaning) {
        return new Choice(value, meaning, true);
    }

    static Choice part(String value, String meaning) {
        return new Choice(value, meaning, false);
    }
}
