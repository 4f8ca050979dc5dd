// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model;

import java.time.Instant;

/**
 * How a task ended.
 *
 * @param outcome in what way
 * @param at when
 * @param error what it threw or was completed with; null if nothing
 * @param observed whether anyone looked at the error; null where there is none or where this is not known
 * @param cause who ended it; null if it ended by itself
 */
public record Ending(Outcome outcome, Instant at, Failure error, Boolean observed, Cause cause) {}
