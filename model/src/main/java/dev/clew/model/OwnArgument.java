// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model;

import java.util.List;

/**
 * What an application's command takes.
 *
 * @param name its name
 * @param kind {@code text}, {@code number}, {@code choice} or {@code flag}
 * @param choices the words that it is one of; empty if it is anything else
 * @param summary what it means, as a phrase; may be empty
 * @param optional whether it may be left out
 * @param many whether it may be there several times
 * @param named whether it is an option, written {@code --name}
 */
public record OwnArgument(String name, String kind, List<String> choices, String summary, boolean optional,
        boolean many, boolean named) {}
