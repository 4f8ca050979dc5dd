// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor;

import dev.clew.model.answer.ChoiceList;
import dev.clew.model.answer.CommandAnswer;
import dev.clew.model.answer.CommandList;
import java.util.List;

/**
 * The commands that the application adds to Clew's.
 *
 * <p><b>Threads</b>: any thread of Clew, several at once. <b>Cost</b>: whatever the application's code costs, on a
 * thread apart and for a limited time.
 */
public interface OwnCommands {

    /** Those of an application that adds none. */
    OwnCommands NONE = new OwnCommands() {
        @Override
        public CommandList list() {
            return new CommandList(List.of(), List.of());
        }

        @Override
        public CommandAnswer run(String command, List<String> words, boolean reading) throws Refusal {
            throw unknown(command);
        }

        @Override
        public ChoiceList complete(String command, List<String> words) throws Refusal {
            throw unknown(command);
        }
    };

    /** Returns the commands. */
    CommandList list();

    /**
     * Runs a command.
     *
     * @param words its arguments: options, {@code --}, and what stands at its place
     * @param reading whether it must be one that changes nothing
     * @throws Refusal if there is none, if the words mean nothing to it, if it fails or takes too long
     */
    CommandAnswer run(String command, List<String> words, boolean reading) throws Refusal;

    /**
     * Returns how the last of some words can go on; the others are complete.
     *
     * @throws Refusal if there is no such command, or if it fails or takes too long
     */
    ChoiceList complete(String command, List<String> words) throws Refusal;

    /** Returns the refusal of a command that there is not. */
    static Refusal unknown(String command) {
        return Refusal.usage("the application has no command \"" + command + "\"", "help lists the commands");
    }
}
