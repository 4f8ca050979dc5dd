// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.answer;

import dev.clew.model.OwnCommand;
import java.util.List;

/**
 * The commands that the application adds to Clew's.
 *
 * @param commands the commands, by their names
 * @param problems what is left out and why, a sentence each
 */
public record CommandList(List<OwnCommand> commands, List<String> problems) implements Answer {}
