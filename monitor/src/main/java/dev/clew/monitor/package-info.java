// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Who answers: questions, the door to a JVM that they go through, and the source that a recorder gives.
 *
 * <p>What comes in here: the shape of asking. What does not: how a task is recorded, how an answer is laid out, any
 * library but the model.
 */
package dev.clew.monitor;
