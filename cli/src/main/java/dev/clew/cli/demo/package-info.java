// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * A sample service with planted bugs, and the tour through it.
 *
 * <p>What comes in here: the sample's processes, the way from stop to stop, whoever follows. What does not: what a stop
 * asks and says, choosing between JVMs, how an answer is laid out.
 */
package dev.clew.cli.demo;
