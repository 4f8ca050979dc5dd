// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * How hooks get into classes: one subject for each part of the JVM, and the one transformer that applies them.
 *
 * <p>What comes in here: which method calls which hook, and the bytecode that does it. What does not: what a hook does,
 * and anything that remembers tasks. A method that a JVM does not have switches off the hook that needs it, and no more.
 */
package dev.clew.agent.transform;
