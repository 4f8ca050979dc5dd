// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Java shells inside programs: what they see, how they are stopped, who may open one.
 *
 * <p>What comes in here: a real program, and statements sent to it. What does not: how statements are compiled and run.
 */
package dev.clew.it.console;
