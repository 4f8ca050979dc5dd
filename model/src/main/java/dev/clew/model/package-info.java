// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What Clew says: tasks, origins, endings and answers as immutable records, and their one JSON form.
 *
 * <p>What comes in here: words of the domain that more than one side must agree on. What does not: input or output,
 * threads, anything that observes a JVM, anything that lays out text.
 */
package dev.clew.model;
