// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The stops of the tour: for each planted bug what to ask, and what the answers mean.
 *
 * <p>What comes in here: questions to a target, and sentences made of its answers. What does not: processes, terminals,
 * any number or place that an answer can give.
 */
package dev.clew.cli.demo.stop;
