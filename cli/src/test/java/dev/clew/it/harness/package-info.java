// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What the integration tests stand on: JDKs, programs that are forked, the packaged {@code clew}, expectations.
 *
 * <p>What comes in here: starting, asking and waiting. What does not: anything that is true of one test only.
 */
package dev.clew.it.harness;
