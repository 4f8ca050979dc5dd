// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.command;

import dev.clew.monitor.Question;

/** What a line of words means. */
public sealed interface Request {

    /**
     * Ask the target.
     *
     * @param question what to ask
     * @param json whether the answer is wanted as JSON
     */
    record Ask(Question question, boolean json) implements Request {}

    /**
     * Show help.
     *
     * @param command the command it is about; null for all of them
     */
    record Help(Command command) implements Request {}

    /** Leave the shell. */
    record Leave() implements Request {}

    /** Do nothing: the line was empty. */
    record Nothing() implements Request {}
}
