// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.model.answer.PatternList;

/** What preserves endings, as a table. */
final class PatternText {

    private PatternText() {}

    static String of(PatternList list, int width) {
        var table = new Table(Column.soft("PATTERN", 12, 1), Column.fixed("FROM"), Column.number("HELD"),
                Column.number("LET GO"));
        list.patterns().forEach(pattern -> table.row(pattern.pattern(), pattern.from(), Count.number(pattern.held()),
                Count.number(pattern.letGo())));
        return table.render(width);
    }
}
