// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Creation;
import dev.clew.agent.hook.Origin;
import dev.clew.agent.hook.Spot;
import dev.clew.agent.hook.Spots;
import dev.clew.agent.hook.TaskRecord;
import dev.clew.agent.hook.ThreadRecord;
import dev.clew.agent.hook.Unplaced;
import dev.clew.model.Frame;
import dev.clew.model.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * Finds out under which spot each task is counted, and counts what hooks could not.
 *
 * <p><b>Threads</b>: Clew's own, one at a time. <b>Consistency</b>: what had happened when {@link #gather} was called is
 * counted when {@link #count} returns, but for tasks that are still being made. <b>Cost</b>: nothing for tasks of settled
 * places; for another, a look into a map beside the decoding of its stack.
 */
final class Tallies implements BiConsumer<Ended, LateError> {

    /** So long a task that is being made may still become one of another kind. */
    private static final long YOUNG_NANOS = 1_000_000;

    /** Compares by code of its own: the JVM would have to make that of a record while it starts. */
    private record Key(Origin origin, byte kind, byte capture, boolean hidden, Frame site) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && origin == key.origin && kind == key.kind && capture == key.capture
                    && hidden == key.hidden && Objects.equals(site, key.site);
        }

        @Override
        public int hashCode() {
            int place = site == null ? 0 : site.className().hashCode() * 31 + site.line();
            return (place * 31 + System.identityHashCode(origin)) * 31 + kind * 8 + capture * 2 + (hidden ? 1 : 0);
        }
    }

    private final Traces traces;
    private final Map<Key, Spot> spots = new HashMap<>();
    private final Map<Spot, Long> unobserved = new HashMap<>();
    private final Deque<Unplaced> creations = new ArrayDeque<>();
    private Unplaced ends;

    Tallies(Traces traces) {
        this.traces = traces;
    }

    /** Takes what waits to be counted; to be called before stacks are taken to be decoded. */
    void gather() {
        ends = Unplaced.takeEnds();
        for (Unplaced each = Unplaced.takeCreations(); each != null; each = each.next()) {
            creations.add(each);
        }
    }

    /** Counts what was gathered. */
    void count() {
        int left = creations.size();
        while (left-- > 0) {
            Unplaced each = creations.remove();
            if (young(each.record)) {
                creations.add(each);
            } else {
                Spots.created(spot(each.record));
            }
        }
        for (Unplaced each = ends; each != null; each = each.next()) {
            Spots.ended(spot(each.record), each);
        }
        ends = null;
    }

    private static boolean young(TaskRecord record) {
        return (record.kind == TaskRecord.POOL || record.kind == TaskRecord.DELAYED) && !record.ended()
                && System.nanoTime() - record.createdAt < YOUNG_NANOS;
    }

    /** Returns what a task is counted under, and has its hooks count there from now on. */
    Spot spot(TaskRecord record) {
        Spot known = Spots.of(record);
        if (known != null) {
            return known;
        }
        Trace creation = traces.of(record.creation);
        Frame site = traces.site(record);
        Thread thread = record instanceof ThreadRecord ? record.runner() : null;
        boolean hidden = Portraits.system(record, site, thread) || thread instanceof OwnThread;
        Key key = new Key(Spots.origin(record), record.kind, record.creation.capture, hidden, site);
        Spot spot = spots.get(key);
        if (spot == null) {
            spot = Spots.of(record, hidden, element(site), work(record));
            spots.put(key, spot);
        }
        if (creation.site() != null || record.creation.capture != Creation.SAMPLED) {
            Spots.place(record, spot); // tasks that share a stack without a site may have different creators
        }
        return spot;
    }

    private static StackTraceElement element(Frame site) {
        return site == null ? null
                : new StackTraceElement(site.className(), site.method(), site.file(), site.line());
    }

    private static String work(TaskRecord record) {
        Object work = record.creation.work;
        return work instanceof Class<?> type ? type.getName() : (String) work;
    }

    /** Counts a task's end with what it turned out to be. */
    void ended(Ended ended) {
        int outcome = ended.outcome().ordinal();
        if (outcome != ended.record().outcome()) {
            Spots.corrected(spot(ended.record()), ended.record().outcome(), outcome);
        }
    }

    /** Keeps that a failure, which leaves the history, was not looked at until then. */
    @Override
    public void accept(Ended ended, LateError late) {
        if (isUnobserved(ended, late)) {
            unobserved.merge(spot(ended.record()), 1L, Long::sum);
        }
    }

    /** Returns how many failures nobody looked at, of those that are held and of those that were not looked at as they left. */
    Map<Spot, Long> unobserved(History history) {
        Map<Spot, Long> counts = new HashMap<>(unobserved);
        history.each((ended, late) -> {
            if (isUnobserved(ended, late)) {
                counts.merge(spot(ended.record()), 1L, Long::sum);
            }
        });
        return counts;
    }

    private static boolean isUnobserved(Ended ended, LateError late) {
        boolean failure = ended.mark() != null && ended.outcome() == Outcome.FAILED
                && Boolean.FALSE.equals(Portraits.observed(ended.mark(), ended.record()));
        return failure || late != null && Boolean.FALSE.equals(late.told().observed());
    }
}
