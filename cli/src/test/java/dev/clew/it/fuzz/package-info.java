// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Random programs whose lineage is known by construction, and the comparison of what Clew says with it.
 *
 * <p>What comes in here: planning, writing, running and comparing such programs. What does not: starting JVMs, asking.
 */
package dev.clew.it.fuzz;
