// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.monitor.Glimpse;
import dev.clew.monitor.Source.Sighting;

/** Counts the tasks that go by a filter: how many there are, how many match, and how many are folded. */
final class Headcount {

    private final Filter filter;
    private long total;
    private long matching;
    private long folded;

    Headcount(Filter filter) {
        this.filter = filter;
    }

    /** Counts a task that is drawn already; returns whether it is one that is asked for. */
    boolean matches(Sighting seen) {
        return matches(Glimpse.of(seen));
    }

    /** Counts a task; returns whether it is one that is asked for. */
    boolean matches(Glimpse seen) {
        if (!filter.counts(seen)) {
            folded += filter.folds(seen) ? 1 : 0;
            return false;
        }
        total++;
        boolean asked = filter.lets(seen);
        matching += asked ? 1 : 0;
        return asked;
    }

    long total() {
        return total;
    }

    long matching() {
        return matching;
    }

    long folded() {
        return folded;
    }
}
