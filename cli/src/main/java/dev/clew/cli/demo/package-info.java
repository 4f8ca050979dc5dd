// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * A sample service with planted bugs, and a tour that finds each of them with Clew's own commands.
 *
 * <p>What comes in here: the sample's processes, the stops of the tour, what their answers mean. What does not:
 * choosing between JVMs, how an answer is laid out, any number or place that an answer can give.
 */
package dev.clew.cli.demo;
