// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import org.jline.utils.AttributedStringBuilder;

/** The line that names the lists. */
final class Tabs {

    private Tabs() {}

    private static String label(Tab tab) {
        return " " + (tab.ordinal() + 1) + " " + tab.title() + " ";
    }

    /** Returns the list whose name is at a column; null if none is. */
    static Tab at(int column) {
        int end = 0;
        for (Tab tab : Tab.values()) {
            end += label(tab).length();
            if (column < end) {
                return tab;
            }
        }
        return null;
    }

    /** Adds the names, that of the shown list set off. */
    static void paint(AttributedStringBuilder line, Tab shown, Palette palette) {
        for (Tab tab : Tab.values()) {
            line.styled(tab == shown ? Palette.CHOSEN.bold() : palette.faint(), label(tab));
        }
    }
}
