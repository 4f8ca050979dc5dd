// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The only classes of Clew that an application's class loader sees: where the JVM and the shell enter.
 *
 * <p>What comes in here: opening the isolated class loader and calling what is inside. What does not: anything that
 * may change between versions, because the first version that enters a JVM keeps these names for the JVM's life.
 */
package dev.clew.agent.entry;
