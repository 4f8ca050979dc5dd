// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The agent: its options, how it enters a JVM and leaves it again, and the self-test.
 *
 * <p>What comes in here: the order in which the parts are put together and taken apart. What does not: hooks, bytecode,
 * recording, answers.
 */
package dev.clew.agent;
