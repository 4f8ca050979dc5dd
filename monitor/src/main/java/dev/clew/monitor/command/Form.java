// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.command;

/** How an answer is wanted. */
public sealed interface Form {

    /** As text for people, as wide as their screen. */
    record Text() implements Form {}

    /** As one line of JSON. */
    record Json() implements Form {}

    /** As comma-separated values under a line of names. */
    record Csv() implements Form {}

    /**
     * As one line for each row.
     *
     * @param template the line, with fields in braces, for example <code>{id} {name}</code>
     */
    record Template(String template) implements Form {}
}
