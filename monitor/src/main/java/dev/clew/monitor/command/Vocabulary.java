// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.command;

import dev.clew.model.answer.CommandList;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Suggestion;
import dev.clew.monitor.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words of one target: Clew's commands, and those that its application adds, for which it is asked when a word is
 * none of Clew's.
 *
 * @param target who is asked
 */
public record Vocabulary(Target target) {

    /**
     * Returns what words mean.
     *
     * @throws Refusal if they mean nothing
     */
    public Request parse(List<String> words) throws Refusal {
        String word = words.isEmpty() ? "" : words.get(0);
        Optional<Command> known = Grammar.command(word);
        if (words.isEmpty() || known.isPresent() && !known.get().name().equals("help")) {
            return Grammar.parse(words);
        }
        if (known.isPresent()) {
            return help(words);
        }
        return parse(own(word), words.subList(1, words.size()));
    }

    /** Returns whether a word is a command of Clew's or of the application. */
    public boolean knows(String word) {
        return Grammar.command(word).isPresent()
                || listOrNone().commands().stream().anyMatch(own -> own.name().equals(word));
    }

    private static Request parse(Command own, List<String> rest) throws Refusal {
        if (rest.contains("--help")) {
            return new Request.Help(own);
        }
        Arguments arguments = Arguments.parse(own, rest);
        return new Request.Ask(own.reader().read(arguments), arguments.form(), arguments.repeat());
    }

    private Request help(List<String> words) throws Refusal {
        if (words.size() == 1) {
            CommandList list = listOrNone();
            return new Request.Help(null, list.commands(), list.problems());
        }
        return words.size() == 2 && !words.get(1).startsWith("-") && Grammar.command(words.get(1)).isEmpty()
                ? new Request.Help(own(words.get(1))) : Grammar.parse(words);
    }

    private Command own(String word) throws Refusal {
        List<Command> own = list(word).commands().stream().map(OwnGrammar::command).toList();
        Optional<Command> found = own.stream().filter(each -> each.name().equals(word)).findFirst();
        if (found.isEmpty()) {
            List<String> names = Stream.of(Grammar.commands(), own).flatMap(List::stream).map(Command::name).toList();
            throw Refusal.usage("no such command \"" + word + "\"" + Suggestion.of(word, names),
                    "help lists the commands");
        }
        return found.get();
    }

    private CommandList list(String word) throws Refusal {
        try {
            return list();
        } catch (Refusal e) {
            throw Refusal.usage("Clew has no command \"" + word + "\", and the application can't be asked for its own: "
                    + e.getMessage(), e.remedy());
        }
    }

    /** Returns the application's commands; none where a target knows of none, or can't be asked now. */
    private CommandList listOrNone() {
        try {
            return list();
        } catch (Refusal e) {
            return new CommandList(List.of(), List.of("the application can't be asked for its commands: " + e.line()));
        }
    }

    private CommandList list() throws Refusal {
        return target.ask(new Question.Commands()) instanceof CommandList list ? list
                : new CommandList(List.of(), List.of());
    }
}
