// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.model.View;
import java.util.List;
import java.util.Locale;

/** One of the lists that the screen can show. */
enum Tab {
    TASKS(View.TASKS, "-age", List.of("-age", "name", "kind", "state", "site", "-id"),
            List.of("site", "kind", "state", "name", "thread", "parent")),
    SITES(View.TASKS, "-count", List.of("-count", "key", "-age"), List.of()),
    ENDINGS(View.ENDINGS, "-ended", List.of("-ended", "-duration", "name", "kind", "site", "-id"),
            List.of("site", "kind", "outcome", "error", "name", "thread", "parent")),
    POOLS(View.POOLS, null, List.of(), List.of()),
    CHANGES(null, null, List.of(), List.of());

    private static final List<String> GROUP_SORTS = SITES.sorts;

    private final View view;
    private final String sort;
    private final List<String> sorts;
    private final List<String> groupings;

    Tab(View view, String sort, List<String> sorts, List<String> groupings) {
        this.view = view;
        this.sort = sort;
        this.sorts = sorts;
        this.groupings = groupings;
    }

    /** Returns what the target is asked for; null for nothing. */
    View view() {
        return view;
    }

    boolean ended() {
        return view == View.ENDINGS;
    }

    /** Returns whether a filter means something here. */
    boolean filters() {
        return view == View.TASKS || view == View.ENDINGS;
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns how the list begins. */
    Listing listing() {
        return new Listing(null, sort, this == SITES ? "site" : null, false, false, 0, 0, null);
    }

    /** Returns the orders that a list may have, the usual one first. */
    List<String> sorts(boolean grouped) {
        return grouped ? GROUP_SORTS : sorts;
    }

    List<String> groupings() {
        return groupings;
    }

    Tab next(int by) {
        return values()[Math.floorMod(ordinal() + by, values().length)];
    }
}
