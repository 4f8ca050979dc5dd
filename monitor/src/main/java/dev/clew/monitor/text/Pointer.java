// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.monitor.Refusal;

/** Shows where in a text something is wrong: the text, and below it a caret. */
final class Pointer {

    private static final String INDENT = "  ";

    private Pointer() {}

    /** Returns two lines that are no wider than so many columns. */
    static String of(Refusal.Place place, int width) {
        int room = Math.max(20, width - INDENT.length() - 1);
        int at = Math.min(place.at(), place.text().length());
        int from = Math.max(0, Math.min(at - room / 2, place.text().length() - room));
        String before = flat(place.text().substring(from, at));
        String after = flat(place.text().substring(at, Math.min(place.text().length(), from + room)));
        String shown = Plain.cut(before + after, room);
        return INDENT + shown + '\n' + INDENT + " ".repeat(Math.min(Plain.width(before), room)) + "^\n";
    }

    /** Returns a text with a blank for each character that takes no column of its own. */
    private static String flat(String text) {
        return text.codePoints().mapToObj(Character::toString)
                .map(each -> each.equals(Plain.line(each)) ? each : " ")
                .reduce("", String::concat);
    }
}
