// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Breaks lines that are wider than the screen: a frame of a stack before its source, any other between words.
 *
 * @param width how many columns there are
 */
record Folding(int width) {

    private static final Pattern FRAME = Pattern.compile("( {2}[ >] at )(.*)(\\([^()]*\\))");

    private static final String INDENT = "    ";

    String of(String text) {
        if (text.lines().noneMatch(line -> line.length() > width)) {
            return text;
        }
        var folded = new StringBuilder();
        text.lines().forEach(line -> folded.append(fold(line)).append('\n'));
        return folded.toString();
    }

    private String fold(String line) {
        Matcher frame = FRAME.matcher(line);
        if (line.length() <= width) {
            return line;
        }
        return frame.matches() ? frame.group(1) + frame.group(2) + "\n         " + frame.group(3) : words(line);
    }

    private String words(String line) {
        var folded = new StringBuilder();
        String rest = line;
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            if (rest.substring(0, Math.max(0, blank)).isBlank()) {
                break; // a single word is left to the terminal
            }
            folded.append(rest, 0, blank).append('\n');
            rest = INDENT + rest.substring(blank + 1);
        }
        return folded.append(rest).toString();
    }
}
