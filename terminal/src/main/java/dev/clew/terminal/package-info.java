// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * People at a terminal: commands typed one after another, and what they print.
 *
 * <p>What comes in here: reading lines, prompts, where output goes. What does not: finding a target, how an answer is
 * made or laid out.
 */
package dev.clew.terminal;
