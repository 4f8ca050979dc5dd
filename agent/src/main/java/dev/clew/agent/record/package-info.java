// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The recorder: what the hooks wrote, decoded, bounded and ready to be asked.
 *
 * <p>What comes in here: live tasks, origins, endings, budgets, and acts on tasks; all of it on Clew's own threads.
 * What does not: hooks, bytecode, filters, text, sockets.
 */
package dev.clew.agent.record;
