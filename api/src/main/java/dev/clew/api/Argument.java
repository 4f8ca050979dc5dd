// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.api;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a command takes: a word at its place, or an option by its name. Each method returns a changed copy.
 *
 * <p><b>Threads</b>: any; it never changes.
 */
public final class Argument {

    private static final Set<String> TAKEN = Set.of("json", "csv", "format", "help", "watch", "times");

    /** What a value is. */
    private enum Kind { TEXT, NUMBER, CHOICE, FLAG }

    private final String name;
    private final Kind kind;
    private final List<String> choices;
    private final String help;
    private final boolean optional;
    private final boolean many;
    private final boolean named;
    private final Function<String, ? extends Collection<String>> completer;

    private Argument(String name, Kind kind, List<String> choices, String help, boolean optional, boolean many,
            boolean named, Function<String, ? extends Collection<String>> completer) {
        this.name = Command.checked(name, "argument");
        if (named && TAKEN.contains(name)) {
            throw new IllegalArgumentException("--" + name + " is an option that every command has");
        }
        this.kind = kind;
        this.choices = choices;
        this.help = help;
        this.optional = optional;
        this.many = many;
        this.named = named;
        this.completer = completer;
    }

    /** Returns an argument that is any text. */
    public static Argument text(String name) {
        return new Argument(name, Kind.TEXT, List.of(), "", false, false, false, null);
    }

    /** Returns an argument that is a whole number. */
    public static Argument number(String name) {
        return new Argument(name, Kind.NUMBER, List.of(), "", false, false, false, null);
    }

    /** Returns an argument that is one of some words. */
    public static Argument choice(String name, String... words) {
        return new Argument(name, Kind.CHOICE, List.of(words), "", false, false, false, null);
    }

    /** Returns an option without a value, {@code --name}. */
    public static Argument flag(String name) {
        return new Argument(name, Kind.FLAG, List.of(), "", true, false, true, null);
    }

    /** Returns the same as an option with a value, {@code --name VALUE}, which may be left out. */
    public Argument named() {
        return new Argument(name, kind, choices, help, true, many, true, completer);
    }

    /** Returns the same as one that may be left out. */
    public Argument optional() {
        return new Argument(name, kind, choices, help, true, many, named, completer);
    }

    /** Returns the same as one that may be there several times; of those without a name it must be the last. */
    public Argument many() {
        return new Argument(name, kind, choices, help, optional, true, named, completer);
    }

    /** Returns the same with what it means, as a phrase. */
    public Argument help(String phrase) {
        return new Argument(name, kind, choices, String.valueOf(phrase), optional, many, named, completer);
    }

    /** Returns the same with a function that returns the values that begin as its argument does, for the Tab key. */
    public Argument completing(Function<String, ? extends Collection<String>> function) {
        return new Argument(name, kind, choices, help, optional, many, named, function);
    }

    /** Returns its name. */
    public String name() {
        return name;
    }

    boolean isFlag() {
        return kind == Kind.FLAG;
    }

    boolean isNamed() {
        return named;
    }

    boolean isOptional() {
        return optional;
    }

    boolean isMany() {
        return many;
    }

    /**
     * Returns a value as the command gets it.
     *
     * @throws IllegalArgumentException if it is not of the kind; its message is for who typed it
     */
    Object value(String word) {
        if (kind == Kind.CHOICE && !choices.contains(word)) {
            throw new IllegalArgumentException(name + " is one of " + String.join(", ", choices) + ", not \"" + word
                    + "\"");
        }
        if (kind != Kind.NUMBER) {
            return word;
        }
        try {
            return Long.valueOf(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is a whole number, not \"" + word + "\"");
        }
    }

    /** Returns the values that it can have and that begin like this. */
    List<String> completions(String beginning) {
        Collection<String> all = completer == null ? choices : completer.apply(beginning);
        return all.stream().filter(each -> each != null && each.startsWith(beginning)).limit(100).toList();
    }

    /** Returns what the agent is told of it. */
    Map<String, Object> told() {
        return Map.of("name", name, "kind", kind.name().toLowerCase(Locale.ROOT), "choices", choices, "help",
                help, "optional", optional, "many", many, "named", named);
    }
}
