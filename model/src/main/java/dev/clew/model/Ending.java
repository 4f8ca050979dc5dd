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
 * @param collectedAt when its future was found to be collected without anyone having looked at the error, so that
 *         nobody ever will; null if that is not so, or not known
 * @param late what its code threw after the end, which the JVM drops; null if nothing
 */
public record Ending(Outcome outcome, Instant at, Failure error, Boolean observed, Cause cause, Instant collectedAt,
        LateFailure late) {

    /** Makes an ending after which nothing more became known. */
    public Ending(Outcome outcome, Instant at, Failure error, Boolean observed, Cause cause) {
        this(outcome, at, error, observed, cause, null, null);
    }

    /** Returns whether it left an error that nobody looked at and somebody should. */
    public boolean unobserved() {
        return outcome == Outcome.FAILED && Boolean.FALSE.equals(observed)
                || late != null && Boolean.FALSE.equals(late.observed());
    }
}
