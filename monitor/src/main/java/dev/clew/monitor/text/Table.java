// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Rows under heads, made to fit a width by cutting the columns that matter least. */
final class Table {

    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    Table(Column... columns) {
        this.columns = List.of(columns);
    }

    void row(String... cells) {
        rows.add(IntStream.range(0, cells.length).mapToObj(i -> Plain.line(cells[i])).toList());
    }

    /** Returns the table, a line feed after each line; a column without any cell is left out. */
    String render(int width) {
        int[] widths = IntStream.range(0, columns.size()).map(this::natural).toArray();
        shrink(widths, width);
        var text = new StringBuilder();
        line(text, columns.stream().map(Column::head).toList(), widths);
        rows.forEach(row -> line(text, row, widths));
        return text.toString();
    }

    private int natural(int column) {
        int widest = rows.stream().mapToInt(row -> Plain.width(row.get(column))).max().orElse(0);
        return widest == 0 && !rows.isEmpty() ? 0 : Math.max(widest, columns.get(column).head().length());
    }

    /** Narrows the soft columns evenly, by their weights, each down to its least; leaves some out if need be. */
    private void shrink(int[] widths, int width) {
        for (int excess = total(widths) - width; excess > 0; excess = total(widths) - width) {
            int widest = IntStream.range(0, widths.length).boxed()
                    .max(Comparator.comparing(i -> spare(widths, i) * columns.get(i).weight()))
                    .orElseThrow();
            if (spare(widths, widest) > 0) {
                widths[widest]--;
            } else if (!leaveOut(widths)) {
                return;
            }
        }
    }

    private int spare(int[] widths, int column) {
        int least = columns.get(column).least();
        return least == 0 ? 0 : Math.max(0, widths[column] - least);
    }

    private boolean leaveOut(int[] widths) {
        var least = IntStream.range(0, widths.length).boxed()
                .filter(i -> columns.get(i).least() > 0 && widths[i] > 0)
                .max(Comparator.comparing(i -> columns.get(i).weight()));
        least.ifPresent(i -> widths[i] = 0);
        return least.isPresent();
    }

    private static int total(int[] widths) {
        int shown = (int) IntStream.of(widths).filter(width -> width > 0).count();
        return IntStream.of(widths).sum() + GAP.length() * Math.max(0, shown - 1);
    }

    private void line(StringBuilder text, List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            if (widths[i] > 0) {
                line.append(line.isEmpty() ? "" : GAP).append(columns.get(i).fit(cells.get(i), widths[i]));
            }
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
