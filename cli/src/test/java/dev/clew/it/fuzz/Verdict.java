// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

import java.util.List;
import java.util.stream.Stream;

/**
 * What comparing came to.
 *
 * @param compared how many tasks were compared
 * @param sampled how many tasks were told the stack of their place rather than their own
 * @param unknown what Clew said it did not know, with its reasons
 * @param differences what Clew said that is not so
 */
record Verdict(long compared, long sampled, List<String> unknown, List<Difference> differences) {

    /** Whether nothing was wrong, and no more than one task in a thousand unknown. */
    boolean clean() {
        return differences.isEmpty() && unknown.size() * 1_000L <= compared;
    }

    /** Returns this and another one together. */
    Verdict and(Verdict other) {
        return new Verdict(compared + other.compared, sampled + other.sampled,
                Stream.concat(unknown.stream(), other.unknown.stream()).toList(),
                Stream.concat(differences.stream(), other.differences.stream()).toList());
    }
}
