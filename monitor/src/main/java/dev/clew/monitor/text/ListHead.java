// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.model.answer.TaskList;

/** What the head of a list says about what it leaves out. */
final class ListHead {

    private ListHead() {}

    /** Returns for example {@code  (showing 12)}; nothing if all are shown. */
    static String showing(TaskList list) {
        if (list.shown() == list.total()) {
            return "";
        }
        if (list.shown() == list.matching()) {
            return " (showing " + Count.number(list.shown()) + ")";
        }
        String match = list.matching() == list.total() ? "" : " of " + Count.number(list.matching()) + " that match";
        return " (showing " + Count.number(list.shown()) + match + "; -n 0 shows more)";
    }
}
