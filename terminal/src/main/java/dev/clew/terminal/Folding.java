// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Breaks a frame of a stack that is wider than the screen before its source, so that the terminal need not break it.
 *
 * @param width how many columns there are
 */
record Folding(int width) {

    private static final Pattern FRAME = Pattern.compile("( {2}[ >] at )(.*)(\\([^()]*\\))");

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
        return line.length() <= width || !frame.matches() ? line
                : frame.group(1) + frame.group(2) + "\n         " + frame.group(3);
    }
}
