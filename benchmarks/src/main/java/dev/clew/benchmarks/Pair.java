// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

/**
 * One thing, measured with an empty agent and with Clew in turns.
 *
 * @param base with the empty agent
 * @param clew with Clew
 */
record Pair(Samples base, Samples clew) {

    Pair() {
        this(new Samples(), new Samples());
    }

    Samples difference() {
        return clew.with(base, (with, without) -> with - without);
    }
}
