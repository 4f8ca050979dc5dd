// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo.stop;

import dev.clew.model.answer.Answer;
import dev.clew.monitor.Question;

/**
 * A command with its answer.
 *
 * @param command the command as it is typed, without the program's name
 * @param question what it asks
 * @param answer what the target said
 */
public record Exhibit(String command, Question question, Answer answer) {}
