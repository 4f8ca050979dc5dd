// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the words that a command is given.
 *
 * @param arguments what it takes
 */
record Reading(List<Argument> arguments) {

    /**
     * Returns what the words say: options before {@code --}, then what stands at its place.
     *
     * @throws IllegalArgumentException if they say something else; its message is for who typed it
     */
    Call call(List<String> words) {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        arguments.forEach(argument -> values.put(argument.name(), new ArrayList<>()));
        int at = options(words, values);
        for (Argument argument : places()) {
            int most = argument.isMany() ? words.size() : Math.min(at + 1, words.size());
            if (at >= words.size() && !argument.isOptional()) {
                throw new IllegalArgumentException("it needs " + argument.name());
            }
            for (; at < most; at++) {
                values.get(argument.name()).add(argument.value(words.get(at)));
            }
        }
        if (at < words.size()) {
            throw new IllegalArgumentException("it has one argument too many, " + words.get(at));
        }
        return new Call(values);
    }

    /** Takes the options, and returns where they end. */
    private int options(List<String> words, Map<String, List<Object>> values) {
        int at = 0;
        while (at < words.size() && words.get(at).startsWith("--")) {
            String word = words.get(at++);
            if (word.equals("--")) {
                return at;
            }
            Argument option = option(word);
            if (option == null) {
                throw new IllegalArgumentException("it has no option " + word);
            }
            if (!option.isFlag() && at == words.size()) {
                throw new IllegalArgumentException(word + " needs a value");
            }
            List<Object> given = values.get(option.name());
            if (!option.isMany()) {
                given.clear();
            }
            given.add(option.isFlag() ? Boolean.TRUE : option.value(words.get(at++)));
        }
        return at;
    }

    /** Returns how the last of some words can go on; the others are complete. */
    List<String> completions(List<String> words) {
        String word = words.get(words.size() - 1);
        Argument open = words.size() > 1 ? option(words.get(words.size() - 2)) : null;
        if (open != null && !open.isFlag()) {
            return open.completions(word);
        }
        List<Argument> places = places();
        int place = before(words);
        Argument argument = place < places.size() ? places.get(place)
                : places.isEmpty() || !places.get(places.size() - 1).isMany() ? null : places.get(places.size() - 1);
        return argument == null ? List.of() : argument.completions(word);
    }

    /** Returns how many words before the last are neither options nor their values. */
    private int before(List<String> words) {
        int count = 0;
        for (int at = 0; at < words.size() - 1; at++) {
            Argument option = option(words.get(at));
            if (option != null) {
                at += option.isFlag() ? 0 : 1;
            } else if (!words.get(at).startsWith("-")) {
                count++;
            }
        }
        return count;
    }

    private Argument option(String word) {
        return arguments.stream().filter(each -> each.isNamed() && word.equals("--" + each.name())).findFirst()
                .orElse(null);
    }

    private List<Argument> places() {
        return arguments.stream().filter(argument -> !argument.isNamed()).toList();
    }
}
