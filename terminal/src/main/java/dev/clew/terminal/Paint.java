// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Colours plain text: bold, faint, red and magenta alone, which can be read on a light ground as well as on a dark one.
 *
 * @param on whether there are colours
 */
public record Paint(boolean on) {

    private static final String BOLD = "1";
    private static final String FAINT = "2";
    private static final String RED = "31";
    private static final String MARK = "1;35";
    private static final Pattern HEAD = Pattern.compile(" *[A-Z]{2,}( {1,}[A-Z/]{2,})+.*");
    private static final Pattern LIBRARY = Pattern.compile(" {4}at (java|javax|jdk|sun)\\..*");
    private static final Pattern FAILURE = Pattern.compile("! failed");

    /** Returns what an environment wants: none with {@code NO_COLOR}, or on a terminal that has none. */
    public static Paint of(Map<String, String> environment) {
        String type = environment.getOrDefault("TERM", "dumb");
        return new Paint(environment.getOrDefault("NO_COLOR", "").isEmpty() && !type.isEmpty() && !type.equals("dumb"));
    }

    String answer(String text) {
        if (!on) {
            return text;
        }
        var painted = new StringBuilder(text.length() + 64);
        text.lines().forEach(line -> painted.append(line(line)).append('\n'));
        return painted.toString();
    }

    private static String line(String line) {
        if (line.startsWith("  > at ")) {
            return with(MARK, line);
        } else if (LIBRARY.matcher(line).matches()) {
            return with(FAINT, line);
        } else if (HEAD.matcher(line).matches()) {
            return with(BOLD, line);
        }
        Matcher failure = FAILURE.matcher(line);
        return failure.find() ? failure.replaceFirst(with(RED, "! failed")) : line;
    }

    String refusal(String text) {
        return on && text.startsWith("clew: ") ? with(RED, "clew:") + text.substring("clew:".length()) : text;
    }

    String prompt(String text) {
        return on ? with(BOLD, text) : text;
    }

    String status(String text) {
        return on ? with("7", text) : text;
    }

    private static String with(String codes, String text) {
        return "\u001b[" + codes + "m" + text + "\u001b[0m";
    }
}
