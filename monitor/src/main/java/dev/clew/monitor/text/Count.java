// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import java.util.Locale;

/** Numbers with their nouns. */
final class Count {

    private Count() {}

    /** Returns a number with its noun, for example {@code 1 task} or {@code 12,000 tasks}. */
    static String of(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** Returns a number with a comma at each thousand. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns a number of bytes, for example {@code 3.4 MB}. */
    static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < 1_000_000 ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
