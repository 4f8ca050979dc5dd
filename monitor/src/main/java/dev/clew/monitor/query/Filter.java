// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.model.Ending;
import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import dev.clew.monitor.Glimpse;
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
 * @param kinds lets these kinds through; empty for all
 * @param byKindAlone nothing else is asked for, so that no task need be drawn to tell whether it is
 * @param matching lets those through that are asked for
 */
record Filter(boolean system, boolean folded, Query query, List<Kind> kinds, boolean byKindAlone,
        Predicate<Sighting> matching) {

    static Filter of(Question.Ps ps, Moment moment) throws Refusal {
        Query query = Query.parse(ps.filter(), false, ps.groupBy() != null);
        Predicate<Sighting> cheap = seen -> any(ps.states(), seen.task().state())
                && (!ps.preserved() || seen.task().preserved());
        boolean alone = ps.states().isEmpty() && !ps.preserved() && blank(ps.text()) && blank(ps.filter());
        return new Filter(ps.system(), ps.all(), query, ps.kinds(), alone, cheap.and(Needle.literal(ps.text())::in)
                .and(seen -> query.holds(seen, moment)));
    }

    static Filter of(Question.PsTerminated ps, Moment moment) throws Refusal {
        Query query = Query.parse(ps.filter(), true, ps.groupBy() != null);
        Predicate<Sighting> cheap = seen -> any(ps.outcomes(), outcome(seen.task().ending()))
                && (!ps.preserved() || seen.task().preserved())
                && (!ps.unobserved() || unobserved(seen.task().ending()));
        boolean alone = ps.outcomes().isEmpty() && !ps.preserved() && !ps.unobserved() && blank(ps.text())
                && blank(ps.filter());
        return new Filter(ps.system(), ps.all(), query, ps.kinds(), alone, cheap.and(Needle.literal(ps.text())::in)
                .and(seen -> query.holds(seen, moment)));
    }

    /** Returns whether a task counts at all, before what was asked for. */
    boolean counts(Glimpse seen) {
        return (folded || !seen.folded()) && (system || !seen.system());
    }

    /** Returns whether a task would count if it were not folded. */
    boolean folds(Glimpse seen) {
        return !folded && seen.folded() && (system || !seen.system());
    }

    /** Returns whether a task that counts is one that is asked for. */
    boolean lets(Glimpse seen) {
        return any(kinds, seen.kind()) && (byKindAlone || matching.test(seen.sighting()));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
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
