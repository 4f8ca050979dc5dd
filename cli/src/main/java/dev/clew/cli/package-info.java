// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The program {@code clew}: finds JVMs, brings the agent into them, and hands the rest to the terminal.
 *
 * <p>What comes in here: the words before a command, processes, the attach mechanism, exit statuses. What does not:
 * how a question is answered, what a command means, how an answer looks.
 */
package dev.clew.cli;
