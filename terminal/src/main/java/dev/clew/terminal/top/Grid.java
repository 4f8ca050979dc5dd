// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.monitor.text.Cells;
import java.util.List;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Columns whose widths follow from the screen alone, so that rows do not jump when what is in them changes.
 *
 * @param columns the columns that have room
 * @param widths how wide each is
 * @param width how wide the screen is
 */
record Grid(List<Column> columns, int[] widths, int width) {

    /**
     * A column.
     *
     * @param head its head
     * @param width its width; for one that gives way, the least
     * @param weight its share of what is left; 0 if its width is fixed
     * @param right whether its cells stand to the right
     * @param place whether its cells are places in the code
     * @param from the width of the screen from which on it is shown
     * @param key what its order is called; null if it has none
     */
    record Column(String head, int width, int weight, boolean right, boolean place, int from, String key) {

        static Column text(String head, int width, String key) {
            return new Column(head, width, 0, false, false, 0, key);
        }

        static Column number(String head, int width, String key) {
            return new Column(head, width, 0, true, false, 0, key);
        }

        static Column soft(String head, int weight, String key) {
            return new Column(head, 6, weight, false, false, 0, key);
        }

        static Column place(String head, int weight, String key) {
            return new Column(head, 6, weight, false, true, 0, key);
        }

        Column from(int screen) {
            return new Column(head, width, weight, right, place, screen, key);
        }
    }

    /**
     * A cell.
     *
     * @param text what is in it
     * @param style how it looks
     */
    record Cell(String text, AttributedStyle style) {

        static Cell of(String text) {
            return new Cell(text, Palette.PLAIN);
        }
    }

    static Grid of(int width, Column... all) {
        List<Column> columns = Stream.of(all).filter(each -> each.from <= width).toList();
        int gaps = columns.size();
        int left = width - gaps - columns.stream().mapToInt(Column::width).sum();
        int weights = Math.max(1, columns.stream().mapToInt(Column::weight).sum());
        int[] widths = new int[columns.size()];
        int given = 0;
        for (int i = 0; i < widths.length; i++) {
            int share = Math.max(0, left) * columns.get(i).weight / weights;
            widths[i] = columns.get(i).width + share;
            given += share;
        }
        for (int i = widths.length - 1; i >= 0 && given < left; i--) {
            if (columns.get(i).weight > 0) {
                widths[i] += left - given;
                given = left;
            }
        }
        return new Grid(columns, widths, width);
    }

    /** Returns what the order of the column at a place is called; null if there is none. */
    String key(int place) {
        int end = 0;
        for (int i = 0; i < widths.length; i++) {
            end += widths[i] + 1;
            if (place < end) {
                return columns.get(i).key;
            }
        }
        return null;
    }

    /** Returns the heads, with the direction of the order at its column. */
    AttributedString heads(String sort) {
        String key = sort == null ? null : sort.startsWith("-") ? sort.substring(1) : sort;
        Cell[] cells = columns.stream().map(each -> Cell.of(each.key != null && each.key.equals(key)
                ? each.head + (sort.startsWith("-") ? "▼" : "▲") : each.head)).toArray(Cell[]::new);
        return row(true, true, cells);
    }

    /** Returns a row; it has a cell for each column, those that have no room included. */
    AttributedString row(boolean chosen, List<Column> all, Cell... cells) {
        Cell[] shown = columns.stream().map(each -> cells[all.indexOf(each)]).toArray(Cell[]::new);
        return row(chosen, false, shown);
    }

    private AttributedString row(boolean inverse, boolean bold, Cell... cells) {
        var line = new AttributedStringBuilder(width + 16);
        AttributedStyle ground = !inverse ? Palette.PLAIN : bold ? Palette.CHOSEN.bold() : Palette.CHOSEN;
        int taken = 0;
        for (int i = 0; i < cells.length && taken < width; i++) {
            int room = Math.min(widths[i], width - taken - 1);
            String text = columns.get(i).place ? Cells.cutPlace(cells[i].text, room) : Cells.cut(cells[i].text, room);
            String pad = " ".repeat(Math.max(0, room - Cells.width(text)));
            AttributedStyle style = inverse ? ground : cells[i].style;
            line.styled(ground, " ").styled(ground, columns.get(i).right ? pad : "").styled(style, text)
                    .styled(ground, columns.get(i).right ? "" : pad);
            taken += room + 1;
        }
        return line.styled(ground, " ".repeat(Math.max(0, width - taken))).toAttributedString();
    }
}
