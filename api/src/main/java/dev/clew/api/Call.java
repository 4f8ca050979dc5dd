// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.api;

import java.util.List;
import java.util.Map;

/**
 * What a command was given.
 *
 * <p><b>Threads</b>: any; it never changes.
 */
public final class Call {

    private final Map<String, List<Object>> values;

    Call(Map<String, List<Object>> values) {
        this.values = values;
    }

    /** Returns whether an argument was given. */
    public boolean has(String argument) {
        return !all(argument).isEmpty();
    }

    /** Returns an argument's text, the first if there are several; null if it was not given. */
    public String text(String argument) {
        return has(argument) ? String.valueOf(all(argument).get(0)) : null;
    }

    /** Returns all texts of an argument; none if it was not given. */
    public List<String> texts(String argument) {
        return all(argument).stream().map(String::valueOf).toList();
    }

    /**
     * Returns an argument's number, or another one if it was not given.
     *
     * @throws IllegalArgumentException if the argument is no number
     */
    public long number(String argument, long absent) {
        if (!has(argument)) {
            return absent;
        }
        if (all(argument).get(0) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException(argument + " is declared as something else than a number");
    }

    private List<Object> all(String argument) {
        List<Object> given = values.get(argument);
        if (given == null) {
            throw new IllegalArgumentException("the command declares no argument " + argument);
        }
        return given;
    }
}
