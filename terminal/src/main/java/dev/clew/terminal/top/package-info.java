// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The full screen: what it shows, as records; how keys change that; how it is painted; and the loop between the terminal
 * and the target.
 *
 * <p>What comes in here: everything of {@code clew top}. What does not: how tasks are called, measured and filtered.
 */
package dev.clew.terminal.top;
