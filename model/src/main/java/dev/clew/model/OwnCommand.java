// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model;

import java.util.List;

/**
 * A command that the application adds to Clew's.
 *
 * @param name its word
 * @param summary what it does, as a phrase
 * @param reading whether it changes nothing
 * @param limitMillis how long it may take
 * @param arguments what it takes, options among them
 */
public record OwnCommand(String name, String summary, boolean reading, long limitMillis, List<OwnArgument> arguments) {}
