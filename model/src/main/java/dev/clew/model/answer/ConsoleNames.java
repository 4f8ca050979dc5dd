// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.answer;

import java.util.List;

/**
 * What a console knows by name.
 *
 * @param names the names, in the order of their declarations
 */
public record ConsoleNames(List<Name> names) implements Answer {

    /**
     * One name.
     *
     * @param kind {@code variable}, {@code method}, {@code type} or {@code import}
     * @param name the name
     * @param type its type or signature; null if it has none
     * @param text the value of a variable as text, cut where it is long; null if there is none
     */
    public record Name(String kind, String name, String type, String text) {}
}
