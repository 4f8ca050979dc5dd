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
     * @param form how the answer is wanted
     * @param repeat how often to ask
     */
    record Ask(Question question, Form form, Repeat repeat) implements Request {}

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
