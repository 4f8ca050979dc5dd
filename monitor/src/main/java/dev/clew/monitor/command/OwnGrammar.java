// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.command;

import dev.clew.model.OwnArgument;
import dev.clew.model.OwnCommand;
import dev.clew.monitor.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Makes a command of the grammar of what an application's command takes. */
public final class OwnGrammar {

    private static final int MANY = 1_000;

    private OwnGrammar() {}

    /** Returns the command. */
    public static Command command(OwnCommand own) {
        List<OwnArgument> places = own.arguments().stream().filter(each -> !each.named()).toList();
        String operands = places.stream().map(OwnGrammar::operand).collect(Collectors.joining(" "));
        int most = places.stream().anyMatch(OwnArgument::many) ? MANY : places.size();
        return new Command(own.name(), List.of(), operands, most, summary(own, places), options(own), List.of(),
                words -> new Question.Run(own.name(), words(own, words), own.reading()));
    }

    /** Returns what it does, and what its operands mean. */
    private static String summary(OwnCommand own, List<OwnArgument> places) {
        return own.summary() + places.stream().filter(each -> !each.summary().isEmpty() || !each.choices().isEmpty())
                .map(each -> "; " + word(each) + ": " + meaning(each)).collect(Collectors.joining());
    }

    private static String meaning(OwnArgument argument) {
        String words = String.join(", ", argument.choices());
        return argument.summary().isEmpty() ? words : words.isEmpty() ? argument.summary()
                : argument.summary() + " (" + words + ")";
    }

    private static List<Option> options(OwnCommand own) {
        List<Option> options = new ArrayList<>();
        own.arguments().stream().filter(OwnArgument::named).forEach(each -> options.add(new Option(
                List.of("--" + each.name()), each.kind().equals("flag") ? null : word(each), meaning(each))));
        if (own.reading()) {
            options.addAll(List.of(ListCommands.WATCH, ListCommands.TIMES));
        }
        options.addAll(List.of(Grammar.JSON, ListCommands.CSV, ListCommands.FORMAT, Grammar.HELP));
        return List.copyOf(options);
    }

    private static String operand(OwnArgument argument) {
        String word = word(argument) + (argument.many() ? "..." : "");
        return argument.optional() ? "[" + word + "]" : word;
    }

    private static String word(OwnArgument argument) {
        return argument.name().toUpperCase(Locale.ROOT);
    }

    /** Returns the command's own words: its options, {@code --}, and what stands at its place. */
    private static List<String> words(OwnCommand own, Arguments given) {
        List<String> words = new ArrayList<>();
        for (OwnArgument argument : own.arguments()) {
            String option = "--" + argument.name();
            for (String value : argument.named() ? given.texts(option) : List.<String>of()) {
                words.add(option);
                if (!argument.kind().equals("flag")) {
                    words.add(value);
                }
            }
        }
        words.add("--");
        words.addAll(given.all());
        return List.copyOf(words);
    }
}
