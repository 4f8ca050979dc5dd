// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.line;

/** What a client says. */
public sealed interface Event {

    /**
     * A line.
     *
     * @param text the line without its end
     */
    record Line(String text) implements Event {}

    /** Ctrl-C: stop what goes on, and forget the line that was begun. */
    record Interrupt() implements Event {}

    /** Its window has a width now. */
    record Resize(int columns) implements Event {}

    /** It wants to be told when everything before this was dealt with; it shows nothing until then. */
    record Mark() implements Event {}

    /** It says no more. */
    record End() implements Event {}

    /** It has sent a line that is longer than any may be. */
    record TooLong() implements Event {}
}
