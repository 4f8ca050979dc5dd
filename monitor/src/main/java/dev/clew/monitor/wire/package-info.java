// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The protocol: one question and one answer a line, as JSON, over a Unix-domain socket or by TCP after a token.
 *
 * <p>What comes in here: the server inside a target, its client, the directory where they meet. What does not: how a
 * question is answered, words and text for people.
 */
package dev.clew.monitor.wire;
