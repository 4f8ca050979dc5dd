// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

/**
 * A column of a table.
 *
 * @param head its head
 * @param least the width below which it is not cut; 0 if it is never cut
 * @param weight how much it gives way when the table is too wide: the highest first
 * @param right whether its cells stand to the right
 * @param cut where a cell that is too wide is cut
 */
record Column(String head, int least, int weight, boolean right, Cut cut) {

    /** Where a cell is cut: what is left says more than what is gone. */
    enum Cut { END, START, CLASS }

    static Column fixed(String head) {
        return new Column(head, 0, 0, false, Cut.END);
    }

    static Column number(String head) {
        return new Column(head, 0, 0, true, Cut.END);
    }

    /** Returns a column of numbers that are whole or not there: where there is no room, the one of the highest weight goes. */
    static Column spare(String head, int weight) {
        return new Column(head, Integer.MAX_VALUE, weight, true, Cut.END);
    }

    static Column soft(String head, int least, int weight) {
        return new Column(head, least, weight, false, Cut.END);
    }

    /** Returns a column of places in the code, {@code Class.method:line}: the end of the class gives way. */
    static Column site(String head, int least, int weight) {
        return new Column(head, least, weight, false, Cut.CLASS);
    }

    static Column tail(String head, int least, int weight) {
        return new Column(head, least, weight, false, Cut.START);
    }

    String fit(String cell, int width) {
        String shown = switch (cut) {
            case END -> Plain.cut(cell, width);
            case START -> Plain.cutStart(cell, width);
            case CLASS -> Plain.cutClass(cell, width);
        };
        String pad = " ".repeat(Math.max(0, width - Plain.width(shown)));
        return right ? pad + shown : shown + pad;
    }
}
