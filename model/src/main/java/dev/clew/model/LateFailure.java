// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model;

/**
 * What the code of a task threw when the task was over already; the JVM drops such an error.
 *
 * @param error what was thrown
 * @param observed whether anyone looked at it in some other way; null if it is the doing of the interrupt that came
 *         with the end
 */
public record LateFailure(Failure error, Boolean observed) {}
