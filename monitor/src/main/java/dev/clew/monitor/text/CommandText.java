// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.model.answer.CommandAnswer;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;

/** What a command of the application says: its lines, or its rows as a table. */
final class CommandText {

    private CommandText() {}

    static String of(CommandAnswer said, int width) {
        var text = new StringBuilder();
        said.lines().forEach(line -> text.append(Plain.line(line)).append('\n'));
        if (!said.columns().isEmpty()) {
            text.append(table(said, width));
        }
        if (said.left() != 0) {
            text.append("... and ").append(said.left() < 0 ? "more" : Count.number(said.left()) + " more").append('\n');
        }
        return text.toString();
    }

    private static String table(CommandAnswer said, int width) {
        var table = new Table(said.columns().stream().map(column -> column(said, column)).toArray(Column[]::new));
        said.rows().forEach(row -> table.row(said.columns().stream()
                .map(column -> cell(row.get(column))).toArray(String[]::new)));
        return table.render(width);
    }

    /** Returns a field as it is shown: a number without an exponent where that is short, nothing for nothing. */
    static String cell(Object value) {
        return value instanceof Double number && Math.abs(number) < 1e15 && (number == 0 || Math.abs(number) > 1e-6)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString() : Objects.toString(value, "");
    }

    /** Returns a column that stands to the right if it holds numbers alone. */
    private static Column column(CommandAnswer said, String name) {
        boolean numbers = said.rows().stream().map(row -> row.get(name)).allMatch(
                cell -> cell == null || cell instanceof Number);
        String head = Plain.line(name).toUpperCase(Locale.ROOT);
        return numbers ? Column.number(head) : Column.soft(head, Math.min(8, Math.max(1, Plain.width(head))), 1);
    }
}
