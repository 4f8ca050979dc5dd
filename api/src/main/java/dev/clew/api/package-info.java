// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What an application may say to Clew in its own code.
 *
 * <p>What comes in here: annotations that the agent recognises by their names. What does not: code that does
 * anything, and any dependency.
 */
package dev.clew.api;
