// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

import java.util.List;

/**
 * A planned program.
 *
 * @param seed what it was planned from
 * @param modern whether it needs what only newer JDKs have
 * @param nodes its tasks, each at the place of its number; a task comes after its parent
 */
record Plan(long seed, boolean modern, List<Node> nodes) {}
