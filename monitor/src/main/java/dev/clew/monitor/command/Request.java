// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.command;

import dev.clew.model.OwnCommand;
import dev.clew.monitor.Question;
import java.time.Duration;
import java.util.List;

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
     * Count twice, and show the difference.
     *
     * @param question what to count, in groups
     * @param over the time between
     * @param limit shows at most so many groups; 0 for all
     * @param form how the answer is wanted
     */
    record Compare(Question.Ps question, Duration over, int limit, Form form) implements Request {}

    /**
     * Tell of tasks as they come and end.
     *
     * @param filter which ones; null for all
     * @param repeat how often to look
     * @param system takes tasks of the JVM and of Clew too
     * @param form how they are wanted
     */
    record Follow(String filter, Repeat repeat, boolean system, Form form) implements Request {}

    /**
     * Run Java in the target, or open a console there.
     *
     * @param source the statements; null to open a console for a person
     * @param loader through which class loader they see the application; null for the usual one
     * @param limit stops what runs longer; null for no limit
     * @param form how the values are wanted
     */
    record Evaluate(String source, String loader, Duration limit, Form form) implements Request {}

    /**
     * Fill the screen.
     *
     * @param filter what the list of tasks lets through at first; null for everything
     */
    record Top(String filter) implements Request {}

    /**
     * Show help.
     *
     * @param command the command it is about; null for all of them
     * @param own the commands that the application adds, where it is about all
     * @param problems which of those are left out and why, a sentence each
     */
    record Help(Command command, List<OwnCommand> own, List<String> problems) implements Request {

        /** Shows help that needs no target. */
        public Help(Command command) {
            this(command, List.of(), List.of());
        }
    }

    /** Leave the shell. */
    record Leave() implements Request {}

    /** Do nothing: the line was empty. */
    record Nothing() implements Request {}
}
