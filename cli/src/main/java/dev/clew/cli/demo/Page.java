// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo;

import dev.clew.cli.demo.stop.Exhibit;
import dev.clew.cli.demo.stop.Scene;
import dev.clew.cli.demo.stop.Stop;
import dev.clew.monitor.text.Screen;
import java.util.Locale;

/**
 * Lays out the stops of the tour as text.
 *
 * @param screen lays out the answers
 */
record Page(Screen screen) {

    private static final int WIDEST_PROSE = 100;

    String heading(int number, int of, Stop stop) {
        String title = number + "/" + of + "  " + stop.title();
        return "\n" + title + "\n" + "=".repeat(title.length()) + "\n" + prose("From outside: " + stop.outside());
    }

    String exhibit(String program, Exhibit exhibit) {
        return "\n$ " + program + " " + exhibit.command() + "\n" + screen.answer(exhibit.question(), exhibit.answer());
    }

    String meaning(Scene scene) {
        var text = new StringBuilder("\n");
        scene.meaning().forEach(sentence -> text.append(indented(sentence)));
        return text.toString();
    }

    String missing(String why) {
        return "\n" + prose("Not found here: " + why + ". The tour goes on.");
    }

    /** Returns text as lines that are not wider than is easy to read. */
    String prose(String text) {
        return wrap(text, "");
    }

    private String indented(String text) {
        return wrap(text, "  > ");
    }

    private String wrap(String text, String margin) {
        int width = Math.min(screen.width(), WIDEST_PROSE);
        var lines = new StringBuilder();
        var line = new StringBuilder(margin);
        for (String word : capitalised(screen.plain(text)).split(" ")) {
            if (line.length() > margin.length() && line.length() + 1 + word.length() > width) {
                lines.append(line).append('\n');
                line = new StringBuilder(" ".repeat(margin.length()));
            }
            line.append(line.length() > margin.length() ? " " : "").append(word);
        }
        return lines.append(line).append('\n').toString();
    }

    private static String capitalised(String sentence) {
        String first = sentence.isEmpty() ? "" : sentence.substring(0, 1).toUpperCase(Locale.ROOT);
        return first + sentence.substring(first.length());
    }
}
