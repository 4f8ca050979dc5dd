// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.json;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The records of a sealed interface, each with its word: {@code TaskList} is {@code task-list}.
 *
 * @param <T> the sealed interface
 */
public final class Variants<T> {

    private final Map<String, Class<? extends T>> types = new LinkedHashMap<>();

    private Variants(Class<T> sealed) {
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            types.put(word(permitted), permitted.asSubclass(sealed));
        }
    }

    /** Returns the records that a sealed interface permits. */
    public static <T> Variants<T> of(Class<T> sealed) {
        return new Variants<>(sealed);
    }

    /** Returns the word of a record: its simple name in lower case, its parts joined by hyphens. */
    public static String word(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Returns the record of a word, or null if there is none. */
    public Class<? extends T> type(String word) {
        return types.get(word);
    }

    /** Returns every word, in the order of the interface's {@code permits}. */
    public Set<String> words() {
        return types.keySet();
    }
}
