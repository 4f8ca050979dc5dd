// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

/**
 * One thing, measured with an empty agent and with Clew in turns.
 *
 * @param base with the empty agent
 * @param clew with Clew
 */
public record Pair(Samples base, Samples clew) {

    /** Begins without a number. */
    public Pair() {
        this(new Samples(), new Samples());
    }

    /** Returns what Clew adds, round by round. */
    public Samples difference() {
        return clew.with(base, (with, without) -> with - without);
    }
}
