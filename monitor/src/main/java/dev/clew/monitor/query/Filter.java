// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.model.Ending;
import dev.clew.model.Outcome;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Source.Sighting;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which tasks a question is about.
 *
 * @param system counts the JVM's and Clew's own tasks
 * @param folded counts folded dependent stages
 * @param query what people wrote, for what it asks of groups
 * @param matching lets those through that are asked for
 */
record Filter(boolean system, boolean folded, Query query, Predicate<Sighting> matching) {

    static Filter of(Question.Ps ps, Moment moment) throws Refusal {
        Query query = Query.parse(ps.filter(), false, ps.groupBy() != null);
        Predicate<Sighting> cheap = seen -> any(ps.kinds(), seen.task().kind())
                && any(ps.states(), seen.task().state())
                && (!ps.preserved() || seen.task().preserved());
        return new Filter(ps.system(), ps.all(), query, cheap.and(Needle.literal(ps.text())::in)
                .and(seen -> query.holds(seen, moment)));
    }

    static Filter of(Question.PsTerminated ps, Moment moment) throws Refusal {
        Query query = Query.parse(ps.filter(), true, ps.groupBy() != null);
        Predicate<Sighting> cheap = seen -> any(ps.kinds(), seen.task().kind())
                && any(ps.outcomes(), outcome(seen.task().ending()))
                && (!ps.preserved() || seen.task().preserved())
                && (!ps.unobserved() || unobserved(seen.task().ending()));
        return new Filter(ps.system(), ps.all(), query, cheap.and(Needle.literal(ps.text())::in)
                .and(seen -> query.holds(seen, moment)));
    }

    /** Returns whether a task counts at all, before what was asked for. */
    boolean counts(Sighting seen) {
        return (system || !seen.system()) && (folded || !seen.folded());
    }

    /** Returns whether a task would count if it were not folded. */
    boolean folds(Sighting seen) {
        return seen.folded() && !folded && (system || !seen.system());
    }

    private static <T> boolean any(List<T> wanted, T actual) {
        return wanted.isEmpty() || actual != null && wanted.contains(actual);
    }

    private static Outcome outcome(Ending ending) {
        return ending == null ? null : ending.outcome();
    }

    private static boolean unobserved(Ending ending) {
        return ending != null && ending.unobserved();
    }
}
