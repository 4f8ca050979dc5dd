// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.command;

import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import java.util.List;
import java.util.stream.Stream;

/**
 * A command: its words, its help, and how its arguments become a question.
 *
 * @param name its word
 * @param aliases its other words
 * @param operands what comes after its options, for example {@code ID}; empty if nothing
 * @param most how many operands it takes at most
 * @param summary what it does, as a phrase
 * @param options its options
 * @param examples how it is used
 * @param reader makes the question; null for a command of the grammar itself
 */
public record Command(String name, List<String> aliases, String operands, int most, String summary,
        List<Option> options, List<String> examples, Reader reader) {

    /** Makes a question of arguments. */
    public interface Reader {

        /**
         * Makes the question.
         *
         * @throws Refusal if the arguments make none
         */
        Question read(Arguments arguments) throws Refusal;
    }

    /** Returns whether its operands are a filter. */
    public boolean filters() {
        return operands.endsWith("[FILTER]");
    }

    /** Returns every word that means this command. */
    public List<String> words() {
        return Stream.concat(Stream.of(name), aliases.stream()).toList();
    }

    /** Returns how it is written, for example {@code where [options] ID}. */
    public String usage() {
        return Stream.of(name, options.isEmpty() ? "" : "[options]", operands)
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }
}
