// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import java.util.List;

/** Lists of what is not a task. */
public final class Listings {

    private Listings() {}

    /** Returns JVMs as a table: process id, name, main class, JDK, watched or not. */
    public static String jvms(List<List<String>> rows, int width) {
        var table = new Table(Column.number("PID"), Column.soft("NAME", 10, 2), Column.tail("MAIN CLASS", 16, 3),
                Column.soft("JDK", 8, 1), Column.fixed("WATCHED"));
        rows.forEach(row -> table.row(row.toArray(String[]::new)));
        return table.render(width);
    }
}
