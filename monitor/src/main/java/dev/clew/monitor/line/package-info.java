// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The line mode: commands and answers as plain lines, for whoever has a telnet or a netcat and no Clew.
 *
 * <p>What comes in here: what telnet clients say beside their lines, prompts, line ends, widths. What does not:
 * sockets, tokens, what commands mean.
 */
package dev.clew.monitor.line;
