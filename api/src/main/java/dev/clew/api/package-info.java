// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What an application may say to Clew, and have it do, in the application's own code.
 *
 * <p>What comes in here: annotations, names and labels of tasks, commands and objects of the application's own, and the
 * start of the agent from inside. What does not: any dependency, and anything that watches. Without the agent nothing
 * here does anything, costs more than a field's load, or throws for want of it.
 *
 * <p>Several class loaders may each have a copy of this package. Each copy meets the agent by a {@code Door} of its own,
 * and only types of the JDK pass there; so it does not matter who comes first, or how often the agent leaves and comes
 * again.
 */
package dev.clew.api;
