// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import java.util.HashSet;
import java.util.Set;

/**
 * A task's page that is open.
 *
 * @param id the task
 * @param top the line at the top of the screen, from 0
 * @param cursor the line that is chosen, from 0
 * @param folded the sections of which only the head is shown, by their number
 * @param back the page that was open before; null if none was
 */
record Opened(long id, int top, int cursor, Set<Integer> folded, Opened back) {

    static Opened of(long id, Opened back) {
        return new Opened(id, 0, 0, Set.of(), back);
    }

    Opened at(int line, int total, int room) {
        int now = Math.max(0, Math.min(line, total - 1));
        int begin = Math.max(now - room + 1, Math.min(top, now));
        return new Opened(id, Math.max(0, Math.min(begin, total - 1)), now, folded, back);
    }

    Opened scrolled(int by, int total, int room) {
        int begin = Math.max(0, Math.min(top + by, Math.max(0, total - room)));
        return new Opened(id, begin, Math.max(begin, Math.min(cursor, begin + room - 1)), folded, back);
    }

    /** Returns the page with a section folded, or unfolded if it was. */
    Opened fold(int section) {
        var now = new HashSet<>(folded);
        if (!now.remove(section)) {
            now.add(section);
        }
        return new Opened(id, top, cursor, Set.copyOf(now), back);
    }
}
