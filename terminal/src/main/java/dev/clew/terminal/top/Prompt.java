// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.monitor.Refusal;

/** What the last line of the screen asks of the person. */
sealed interface Prompt {

    /**
     * A filter is being written.
     *
     * @param text what there is of it
     * @param cursor where the next character goes
     * @param wrong why it means nothing; null if that is not known
     */
    record Filter(String text, int cursor, Refusal wrong) implements Prompt {

        Filter typed(int codePoint) {
            String one = Character.toString(codePoint);
            return new Filter(text.substring(0, cursor) + one + text.substring(cursor), cursor + one.length(), null);
        }

        /** Returns it without the character before the cursor. */
        Filter erased() {
            if (cursor == 0) {
                return this;
            }
            int from = text.offsetByCodePoints(cursor, -1);
            return new Filter(text.substring(0, from) + text.substring(cursor), from, null);
        }

        Filter at(int place) {
            return new Filter(text, Math.max(0, Math.min(place, text.length())), wrong);
        }

        Filter wrong(Refusal refusal) {
            return new Filter(text, cursor, refusal);
        }
    }

    /**
     * Somebody is to confirm that a task is to be cancelled.
     *
     * @param id the task
     * @param name what it is called
     */
    record Confirm(long id, String name) implements Prompt {}
}
