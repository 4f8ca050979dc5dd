// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The grammar of commands: words in, a question or help out.
 *
 * <p>What comes in here: command words, their options and examples, the splitting of a line. What does not: asking,
 * printing, anything that knows how an answer looks.
 */
package dev.clew.monitor.command;
