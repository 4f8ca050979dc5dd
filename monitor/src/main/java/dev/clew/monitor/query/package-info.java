// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Answering: filters, orders and limits over what a source tells.
 *
 * <p>What comes in here: turning a question and a source into an answer. What does not: parsing words, laying out
 * text, sockets, anything that keeps a task longer than its answer.
 */
package dev.clew.monitor.query;
