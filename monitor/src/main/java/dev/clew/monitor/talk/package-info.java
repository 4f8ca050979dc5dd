// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * A conversation: commands in, a target's answers laid out for whoever gave them.
 *
 * <p>What comes in here: carrying out one command after another, asking again and again, what is needed of a place
 * where answers go. What does not: such places, editing lines, sockets.
 */
package dev.clew.monitor.talk;
