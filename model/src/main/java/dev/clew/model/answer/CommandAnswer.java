// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.answer;

import java.util.List;
import java.util.Map;

/**
 * What a command of the application says: lines of text, or rows.
 *
 * @param command the command
 * @param lines the lines; empty if it says rows
 * @param columns the names of the rows' fields, in their order; empty if it says lines
 * @param rows texts, numbers and truth values by the columns' names; a field that a row does not have is left out
 * @param left how many lines or rows there are beyond these; -1 if there are more and nobody knows how many
 */
public record CommandAnswer(String command, List<String> lines, List<String> columns, List<Map<String, Object>> rows,
        long left) implements Answer {}
