// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.monitor.Question;

/** What a key has the loop do, beyond another screen. */
sealed interface Effect {

    /**
     * Ask the target once.
     *
     * @param question what
     * @param purpose what the answer is for
     */
    record Ask(Question question, Purpose purpose) implements Effect {}

    /** What an answer is for. */
    enum Purpose { CANCEL, MARK, COMPARE }

    /**
     * Show a place in the source.
     *
     * @param frame the frame, as a stack shows it
     */
    record Source(String frame) implements Effect {}

    /** Draw everything anew. */
    record Redraw() implements Effect {}

    /** Leave. */
    record Leave() implements Effect {}
}
