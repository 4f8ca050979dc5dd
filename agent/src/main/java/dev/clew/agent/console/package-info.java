// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Java shells inside the target, for those who may evaluate: off unless asked for, and loaded at the first use.
 *
 * <p>What comes in here: how statements see the application's classes, run, are stopped and told of. What does not: the
 * wire, and text for people.
 */
package dev.clew.agent.console;
