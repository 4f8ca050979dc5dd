// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.command;

import java.util.List;

/**
 * An option of a command.
 *
 * @param names its spellings, the long one first
 * @param value what its value is, for example {@code TEXT}; null for a flag
 * @param summary what it does, as a phrase
 */
public record Option(List<String> names, String value, String summary) {

    static Option flag(String names, String summary) {
        return new Option(List.of(names.split(",")), null, summary);
    }

    static Option valued(String names, String value, String summary) {
        return new Option(List.of(names.split(",")), value, summary);
    }

    /** Returns the option's long spelling. */
    public String name() {
        return names.get(0);
    }

    /** Returns how it is written, for example {@code -f, --filter TEXT}. */
    public String synopsis() {
        String spellings = names.stream()
                .sorted((a, b) -> Boolean.compare(a.startsWith("--"), b.startsWith("--")))
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        return value == null ? spellings : spellings + " " + value;
    }
}
