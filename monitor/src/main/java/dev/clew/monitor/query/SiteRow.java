// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.model.Frame;
import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import dev.clew.model.answer.GroupList.Tally;
import dev.clew.model.answer.SiteList.SiteCount;
import dev.clew.model.answer.SiteList.Spread;
import dev.clew.monitor.Counts.Counted;
import dev.clew.monitor.Counts.Lengths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;

/** A row of sites while counts are added to it. */
final class SiteRow {

    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final double HALF = 0.5;
    private static final double NEARLY_ALL = 0.99;

    private final String key;
    private final Frame site;
    private final String note;
    private Kind kind;
    private boolean empty = true;
    private long live;
    private long created;
    private long recent;
    private long unobserved;
    private final long[] ended = new long[OUTCOMES.length];
    private long[] run = {};
    private long[] queue = {};
    private IntToLongFunction nanos;
    private final Map<String, Long> captures = new HashMap<>();

    SiteRow(String key, Frame site, String note) {
        this.key = key;
        this.site = site;
        this.note = note;
    }

    void add(Counted counted) {
        kind = empty || kind == counted.kind() ? counted.kind() : null;
        empty = false;
        live += counted.live();
        created += counted.created();
        recent += counted.recent();
        unobserved += counted.unobserved();
        for (int i = 0; i < ended.length && i < counted.ended().length; i++) {
            ended[i] += counted.ended()[i];
        }
        run = sum(run, counted.run());
        queue = sum(queue, counted.queue());
        nanos = counted.run().nanos();
        captures.merge(counted.capture().word(), counted.created(), Long::sum);
    }

    private static long[] sum(long[] counts, Lengths more) {
        long[] sum = Arrays.copyOf(counts, Math.max(counts.length, more.counts().length));
        for (int i = 0; i < more.counts().length; i++) {
            sum[i] += more.counts()[i];
        }
        return sum;
    }

    SiteCount count() {
        return new SiteCount(key, site, kind, live, created, recent, of(Outcome.FAILED), of(Outcome.CANCELLED),
                unobserved, outcomes(), spread(run), spread(queue), tallies(captures), note);
    }

    private long of(Outcome outcome) {
        return Math.max(0, ended[outcome.ordinal()]);
    }

    private List<Tally> outcomes() {
        Map<String, Long> counts = new HashMap<>();
        for (Outcome outcome : OUTCOMES) {
            counts.put(outcome.word(), of(outcome));
        }
        return tallies(counts);
    }

    static List<Tally> tallies(Map<String, Long> counts) {
        List<Tally> tallies = new ArrayList<>();
        counts.forEach((word, count) -> {
            if (count > 0) {
                tallies.add(new Tally(word, count));
            }
        });
        tallies.sort(Comparator.comparingLong(Tally::count).reversed().thenComparing(Tally::word));
        return tallies;
    }

    private Spread spread(long[] counts) {
        long all = Arrays.stream(counts).sum();
        return all == 0 ? new Spread(0, null, null)
                : new Spread(all, micros(counts, all, HALF), micros(counts, all, NEARLY_ALL));
    }

    /** Returns the length that this share of all does not exceed. */
    private long micros(long[] counts, long all, double share) {
        long wanted = (long) Math.ceil(all * share);
        int bucket = 0;
        for (long seen = counts[0]; seen < wanted; seen += counts[bucket]) {
            bucket++;
        }
        return nanos.applyAsLong(bucket) / 1_000;
    }
}
