// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.command;

import dev.clew.monitor.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a length of time, for example {@code 500ms}, {@code 3s} or {@code 2m}. */
final class Pause {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,7})(ms|s|m)?");

    private Pause() {}

    /** Returns whether a word is a length of time with its unit. */
    static boolean means(String word) {
        Matcher matcher = FORM.matcher(word);
        return matcher.matches() && matcher.group(2) != null;
    }

    /** Returns milliseconds; a bare number is seconds. */
    static long parse(String option, String text) throws Refusal {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw Refusal.usage(option + " is a length of time, not \"" + text + "\"", "write for example 500ms or 3s");
        }
        long number = Long.parseLong(matcher.group(1));
        String unit = matcher.group(2) == null ? "s" : matcher.group(2);
        return switch (unit) {
            case "ms" -> number;
            case "m" -> number * 60_000;
            default -> number * 1_000;
        };
    }
}
