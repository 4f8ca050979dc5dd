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
 * @param tail whether a cell's end says more than its beginning, so that the beginning is cut
 */
record Column(String head, int least, int weight, boolean right, boolean tail) {

    static Column fixed(String head) {
        return new Column(head, 0, 0, false, false);
    }

    static Column number(String head) {
        return new Column(head, 0, 0, true, false);
    }

    static Column soft(String head, int least, int weight) {
        return new Column(head, least, weight, false, false);
    }

    static Column tail(String head, int least, int weight) {
        return new Column(head, least, weight, false, true);
    }

    String fit(String cell, int width) {
        String cut = tail ? Plain.cutStart(cell, width) : Plain.cut(cell, width);
        String pad = " ".repeat(Math.max(0, width - Plain.width(cut)));
        return right ? pad + cut : cut + pad;
    }
}
