// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What statements of a console may name beside the application's classes: the variable {@code clew} and its answers.
 *
 * <p>What comes in here: types that people see at the prompt. What does not: how statements are compiled and run.
 */
package dev.clew.agent.console.given;
