// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Measures what Clew costs over an empty agent, in one run, and writes it down.
 *
 * <p>No part of the default build: {@code ./bench} builds and runs it.
 */
package dev.clew.benchmarks;
