// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.model.View;
import dev.clew.monitor.Question;
import java.util.List;

/**
 * How a list is looked at.
 *
 * @param filter what it lets through; null for everything
 * @param sort its order; null for the target's own
 * @param groupBy what its rows have in common; null if they are tasks
 * @param all whether folded dependent stages are in it
 * @param system whether the tasks of the JVM and of Clew are in it
 * @param top the row at the top of the screen, from 0
 * @param cursor the row that is chosen, from 0
 * @param chosen the task in that row; null if it is not known yet, or no task
 */
record Listing(String filter, String sort, String groupBy, boolean all, boolean system, long top, long cursor,
        Long chosen) {

    /** Returns the list with another row chosen, which is on the screen. */
    Listing at(long row, long total, int room) {
        long now = Math.max(0, Math.min(row, total - 1));
        long begin = Math.max(now - room + 1, Math.min(top, now));
        return new Listing(filter, sort, groupBy, all, system, Math.max(0, Math.min(begin, total - room)), now, null);
    }

    /** Returns the list with the screen moved over it; the chosen row stays if it can be seen. */
    Listing scrolled(long by, long total, int room) {
        long begin = Math.max(0, Math.min(top + by, Math.max(0, total - room)));
        long now = Math.max(begin, Math.min(cursor, begin + room - 1));
        return new Listing(filter, sort, groupBy, all, system, begin, now, now == cursor ? chosen : null);
    }

    /** Returns the list with a task chosen, which has moved to a row and stays where it is on the screen. */
    Listing following(long id, long row, long total, int room) {
        long begin = Math.max(0, Math.min(top + row - cursor, Math.max(0, total - room)));
        return new Listing(filter, sort, groupBy, all, system, begin, row, id);
    }

    Listing chosen(Long id) {
        return new Listing(filter, sort, groupBy, all, system, top, cursor, id);
    }

    Listing filtered(String text) {
        return new Listing(text == null || text.isBlank() ? null : text.strip(), sort, groupBy, all, system, 0, 0, null);
    }

    Listing sorted(String order) {
        return new Listing(filter, order, groupBy, all, system, 0, 0, null);
    }

    /** Returns the list with other rows: groups, or tasks for null. */
    Listing grouped(String by, String order) {
        return new Listing(filter, order, by, all, system, 0, 0, null);
    }

    Listing folding(boolean shown) {
        return new Listing(filter, sort, groupBy, shown, system, 0, 0, null);
    }

    Listing systemic(boolean shown) {
        return new Listing(filter, sort, groupBy, all, shown, 0, 0, null);
    }

    /** Returns the same list from its beginning. */
    Listing reset() {
        return new Listing(filter, sort, groupBy, all, system, 0, 0, null);
    }

    /** Returns the order after this one, or the one before. */
    String nextSort(List<String> sorts, int by) {
        if (sort == null || sorts.isEmpty()) {
            return sort;
        }
        int at = Math.max(sorts.indexOf(sort), sorts.indexOf(reversed(sort)));
        return sorts.get(Math.floorMod(at + by, sorts.size()));
    }

    static String reversed(String sort) {
        return sort == null ? null : sort.startsWith("-") ? sort.substring(1) : "-" + sort;
    }

    /**
     * Returns what the target is asked for: pages around what is seen, so that a step to the next row asks for nothing
     * new.
     */
    Question.Overview question(View view, int room) {
        long page = top / room * room;
        return new Question.Overview(view, 0, filter, sort, groupBy, (int) Math.min(Integer.MAX_VALUE / 2,
                Math.max(0, page - room)), 4 * room, system, all);
    }
}
