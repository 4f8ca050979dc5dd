// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.command;

import dev.clew.model.Word;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Suggestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A command's words, told apart: options with their values, and operands. */
public final class Arguments {

    /** A part of a filter that begins like an option. */
    private static final Pattern NEGATED = Pattern.compile("-([a-z]+[:=<>!]|[(\"']).*", Pattern.DOTALL);

    /** How many rows a person gets unless more are asked for; JSON has no such limit. */
    private static final int ROWS = 1000;

    private final Command command;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<String> operands = new ArrayList<>();

    private Arguments(Command command) {
        this.command = command;
    }

    static Arguments parse(Command command, List<String> words) throws Refusal {
        var arguments = new Arguments(command);
        int at = 0;
        while (at < words.size()) {
            String word = words.get(at++);
            if (word.equals("--")) {
                arguments.operands.addAll(words.subList(at, words.size()));
                break;
            }
            if (!word.startsWith("-") || word.equals("-") || command.filters() && NEGATED.matcher(word).matches()) {
                arguments.operands.add(word);
                continue;
            }
            at += arguments.take(word, at < words.size() ? words.get(at) : null);
        }
        arguments.checkOperands();
        return arguments;
    }

    /** Takes one option and returns how many further words it used. */
    private int take(String word, String next) throws Refusal {
        int equals = word.startsWith("--") ? word.indexOf('=') : -1;
        String spelling = equals < 0 ? word : word.substring(0, equals);
        Option option = option(spelling);
        if (option.value() == null) {
            if (equals >= 0) {
                throw wrong(spelling + " takes no value");
            }
            add(option, "");
            return 0;
        }
        if (equals < 0 && next == null) {
            throw wrong(spelling + " needs a value, " + option.value());
        }
        add(option, equals < 0 ? next : word.substring(equals + 1));
        return equals < 0 ? 1 : 0;
    }

    private Option option(String spelling) throws Refusal {
        List<String> known = new ArrayList<>();
        for (Option option : command.options()) {
            if (option.names().contains(spelling)) {
                return option;
            }
            known.addAll(option.names());
        }
        throw wrong(command.name() + " has no option " + spelling + Suggestion.of(spelling, known));
    }

    private void add(Option option, String value) {
        values.computeIfAbsent(option.name(), name -> new ArrayList<>()).add(value);
    }

    private void checkOperands() throws Refusal {
        if (operands.size() > command.most()) {
            throw wrong(command.most() == 0 ? command.name() + " takes no arguments"
                    : command.name() + " has one argument too many, " + operands.get(command.most()));
        }
    }

    boolean has(String option) {
        return values.containsKey(option);
    }

    /** Returns an option's last value, or null if it is not there. */
    String text(String option) {
        List<String> given = values.get(option);
        return given == null ? null : given.get(given.size() - 1);
    }

    /** Returns an option's values, in their order; none if it is not there. */
    List<String> texts(String option) {
        return values.getOrDefault(option, List.of());
    }

    /** Returns the operands, one by one. */
    List<String> all() {
        return List.copyOf(operands);
    }

    /** Returns the first operand, or null if there is none. */
    String operand() {
        return operands.isEmpty() ? null : operands.get(0);
    }

    /** Returns the operands with a blank between them, or null if there is none. */
    String operands() {
        return operands.isEmpty() ? null : String.join(" ", operands);
    }

    /** Returns the operands but the first one with a blank between them, or null if there is none. */
    String operandsAfterFirst() {
        return operands.size() < 2 ? null : String.join(" ", operands.subList(1, operands.size()));
    }

    /** Returns the form that the answer is wanted in. */
    Form form() throws Refusal {
        List<String> asked = Stream.of("--json", "--csv", "--format").filter(this::has).toList();
        if (asked.size() > 1) {
            throw wrong(asked.get(0) + " and " + asked.get(1) + " are both there");
        }
        return has("--json") ? new Form.Json() : has("--csv") ? new Form.Csv()
                : has("--format") ? new Form.Template(text("--format")) : new Form.Text();
    }

    /** Returns how often the question is asked. */
    Repeat repeat() throws Refusal {
        if (!has("--watch")) {
            if (has("--times")) {
                throw wrong("--times needs --watch");
            }
            return Repeat.ONCE;
        }
        long millis = Pause.parse("--watch", text("--watch"));
        if (millis < 100) {
            throw Refusal.usage("--watch is at least 100ms, not \"" + text("--watch") + "\"", "write for example 2s");
        }
        return new Repeat(Duration.ofMillis(millis), count("--times", 0));
    }

    /** Returns the operand as a task's id. */
    long id() throws Refusal {
        if (operands.isEmpty()) {
            throw wrong(command.name() + " needs the id of a task");
        }
        return id(operand());
    }

    long id(String word) throws Refusal {
        String digits = word.startsWith("#") ? word.substring(1) : word;
        if (!digits.matches("[0-9]{1,18}")) {
            throw Refusal.usage("\"" + word + "\" is not the id of a task", "ids are the numbers that ps shows");
        }
        return Long.parseLong(digits);
    }

    /** Returns an option's value as a count; {@code absent} if it is not there. */
    int count(String option, int absent) throws Refusal {
        String given = text(option);
        if (given == null) {
            return absent;
        }
        if (!given.matches("[0-9]{1,9}")) {
            throw Refusal.usage(option + " is a number, not \"" + given + "\"", "0 means all");
        }
        return Integer.parseInt(given);
    }

    /** Returns how many rows are asked for; 0 for all. */
    int limit() throws Refusal {
        return count("--limit", form() instanceof Form.Text ? ROWS : 0);
    }

    /** Returns the constants that an option names, with commas or one at a time; empty if it is not there. */
    <W extends Enum<W> & Word> List<W> constants(String option, Class<W> type) throws Refusal {
        List<W> constants = new ArrayList<>();
        for (String given : values.getOrDefault(option, List.of())) {
            for (String word : given.split(",")) {
                constants.add(constant(option, word.strip(), type));
            }
        }
        return List.copyOf(constants);
    }

    private static <W extends Enum<W> & Word> W constant(String option, String word, Class<W> type) throws Refusal {
        List<String> words = Arrays.stream(type.getEnumConstants()).map(Word::word).toList();
        int at = words.indexOf(word.toLowerCase(Locale.ROOT));
        if (at < 0) {
            throw Refusal.usage(option + " can't be \"" + word + "\"" + Suggestion.of(word, words),
                    "it is one of " + words.stream().collect(Collectors.joining(", ")));
        }
        return type.getEnumConstants()[at];
    }

    Refusal wrong(String message) {
        return Refusal.usage(message, "usage: " + command.usage() + " (help " + command.name() + " says more)");
    }
}
