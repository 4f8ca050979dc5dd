// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Answers and help as plain text for a screen of a given width.
 *
 * <p>What comes in here: tables, chains, stacks, ages, and making foreign text safe to show. What does not: asking,
 * reading or writing streams, colours.
 */
package dev.clew.monitor.text;
