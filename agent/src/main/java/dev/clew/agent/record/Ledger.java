// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Count;
import dev.clew.agent.hook.Creation;
import dev.clew.agent.hook.Origin;
import dev.clew.agent.hook.Span;
import dev.clew.agent.hook.Spot;
import dev.clew.model.Capture;
import dev.clew.model.Frame;
import dev.clew.model.Kind;
import dev.clew.monitor.Counts;
import dev.clew.monitor.Counts.Counted;
import dev.clew.monitor.Counts.Lengths;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Puts what was counted under spots into the words of an answer. */
final class Ledger {

    private static final Kind[] KINDS = Kind.values();

    private final Rates rates;
    private final int begin;
    private final long now;
    private final Map<Spot, Long> unobserved;
    private final Map<Origin, Integer> places = new IdentityHashMap<>();
    private final List<Integer> parents = new ArrayList<>();

    /** Tells of a window that began at a tick of the rates, and of so many failures that nobody looked at. */
    Ledger(Rates rates, long windowNanos, Map<Spot, Long> unobserved) {
        this.rates = rates;
        this.now = System.nanoTime();
        this.begin = rates.begin(now, windowNanos);
        this.unobserved = unobserved;
    }

    Counts of(List<Count> counts, Instant since) {
        List<Counted> counted = new ArrayList<>(counts.size());
        for (Count count : counts) {
            if (count.created != 0) {
                counted.add(counted(count));
            }
        }
        return new Counts(since, rates.length(begin, now) / 1_000_000, parents, counted);
    }

    private Counted counted(Count count) {
        Spot spot = count.spot;
        boolean earlier = spot.capture == Creation.BEFORE_ATTACH || spot.capture == Creation.ROOT;
        return new Counted(place(spot.origin), site(spot), spot.kind < 0 ? null : KINDS[spot.kind],
                spot.work == null ? null : WorkNames.of(spot.work), capture(spot), note(spot), spot.hidden,
                Math.max(0, count.live()), count.created, earlier ? 0 : rates.since(begin, count), count.ended,
                unobserved.getOrDefault(spot, 0L), new Lengths(count.run, Span::nanos),
                new Lengths(count.queue, Span::nanos));
    }

    private int place(Origin origin) {
        Integer known = places.get(origin);
        if (known != null) {
            return known;
        }
        int parent = origin.parent() == null ? -1 : place(origin.parent()); // no deeper than places ever are
        places.put(origin, parents.size());
        parents.add(parent);
        return parents.size() - 1;
    }

    private static Frame site(Spot spot) {
        StackTraceElement site = spot.site;
        return site == null ? null
                : new Frame(site.getClassName(), site.getMethodName(), site.getFileName(), site.getLineNumber());
    }

    private static Capture capture(Spot spot) {
        return switch (spot.capture) {
            case Creation.EXACT, Creation.ROOT -> Capture.EXACT;
            case Creation.SAMPLED -> Capture.SAMPLED;
            case Creation.THROTTLED -> Capture.THROTTLED;
            default -> Capture.UNKNOWN;
        };
    }

    private static String note(Spot spot) {
        return spot.site != null ? null : switch (spot.capture) {
            case Creation.ROOT -> "made by the JVM";
            case Creation.BEFORE_ATTACH -> "before attach";
            case Creation.THROTTLED, Spot.UNPLACED -> "throttled";
            case Spot.OTHER -> "too many places";
            default -> "no frame of the application";
        };
    }
}
