// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.model.Frame;
import dev.clew.model.Task;
import dev.clew.model.answer.SiteList;
import dev.clew.model.answer.SiteList.SiteCount;
import dev.clew.model.answer.SiteList.Spread;
import dev.clew.monitor.Counts;
import dev.clew.monitor.Counts.Counted;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Source.Sighting;
import dev.clew.monitor.Suggestion;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Makes rows of what was counted, one for each site and kind or for what else is asked for. */
public final class Sites {

    /** What tasks can be counted by. */
    public static final List<String> GROUPS = List.of("site", "class", "package", "kind", "capture");
    /** What rows can be sorted by. */
    public static final List<String> KEYS = List.of("live", "created", "rate", "failed", "cancelled", "unobserved",
            "run", "queue", "site", "kind");
    /** The window of rates if none is asked for, and the longest that there is. */
    public static final long USUAL_MILLIS = 10_000;
    public static final long LONGEST_MILLIS = 60_000;

    private static final long SECOND = 1_000;

    private final Question.Sites asked;
    private final Query query;
    private final String by;
    private final Comparator<SiteCount> order;
    private final Moment moment = new Moment(Instant.now(), null);

    private record Key(Object what, Object kind) {}

    Sites(Question.Sites asked) throws Refusal {
        this.asked = asked;
        this.query = Query.ofSites(asked.filter());
        this.by = group(asked.groupBy());
        this.order = order(asked.sort());
    }

    /**
     * Returns what tasks are counted by.
     *
     * @throws Refusal if they can't be
     */
    public static String group(String word) throws Refusal {
        String by = word == null ? "site" : word;
        if (!GROUPS.contains(by)) {
            throw Refusal.usage("can't count sites by \"" + by + "\"" + Suggestion.of(by, GROUPS),
                    "count them by one of " + String.join(", ", GROUPS));
        }
        return by;
    }

    /** Returns the window that is asked for. */
    long window() {
        return asked.windowMillis() <= 0 ? USUAL_MILLIS : Math.min(asked.windowMillis(), LONGEST_MILLIS);
    }

    SiteList list(Counts counts, int limit) {
        Map<Key, SiteRow> rows = new LinkedHashMap<>();
        Map<Key, SiteRow> all = new LinkedHashMap<>();
        for (Counted each : counts.counted()) {
            if (asked.system() || !each.system()) {
                Key key = key(each);
                all.put(key, null);
                if (holds(each)) {
                    rows.computeIfAbsent(key, absent -> row(each)).add(each);
                }
            }
        }
        long window = Math.max(1, counts.windowMillis());
        List<SiteCount> matching = rows.values().stream().map(SiteRow::count)
                .filter(row -> query.holds(numbers(row, window))).sorted(order).toList();
        List<SiteCount> shown = matching.stream().limit(limit).toList();
        return new SiteList(by, counts.since(), counts.windowMillis(), all.size(), matching.size(), shown.size(),
                matching.stream().mapToLong(SiteCount::live).sum(),
                matching.stream().mapToLong(SiteCount::created).sum(), shown);
    }

    private boolean holds(Counted counted) {
        var task = new Task(0, counted.kind(), null, null, counted.site(), null, null, null, null, null, false, 0, null,
                null);
        return (asked.kinds().isEmpty() || asked.kinds().contains(counted.kind()))
                && query.holds(new Sighting(task, false, false, List.of()), moment);
    }

    private Key key(Counted each) {
        boolean site = by.equals("site");
        return new Key(site && each.site() != null ? each.site() : text(each), site ? each.kind() : null);
    }

    private SiteRow row(Counted each) {
        boolean site = by.equals("site");
        return new SiteRow(text(each), site ? each.site() : null, site || each.site() == null ? each.note() : null);
    }

    /** Returns what a row's tasks have in common, as text; null if there is no site that tells. */
    private String text(Counted each) {
        Frame site = each.site();
        return switch (by) {
            case "kind" -> each.kind() == null ? null : each.kind().word();
            case "capture" -> each.capture().word();
            case "class" -> site == null ? each.note() : site.className();
            case "package" -> site == null ? each.note() : packageOf(site.className());
            default -> site == null ? each.note() : site.toString();
        };
    }

    private static String packageOf(String type) {
        int dot = type.lastIndexOf('.');
        return dot < 0 ? "(no package)" : type.substring(0, dot);
    }

    private static ToLongFunction<Field> numbers(SiteCount row, long window) {
        return field -> switch (field) {
            case LIVE -> row.live();
            case CREATED -> row.created();
            case RATE -> row.recent() * SECOND / window;
            case FAILED -> row.failed();
            case CANCELLED -> row.cancelled();
            case UNOBSERVED -> row.unobserved();
            default -> throw new IllegalArgumentException("a site has no " + field);
        };
    }

    private static Comparator<SiteCount> order(String sort) throws Refusal {
        String given = sort == null || sort.isEmpty() ? "-live" : sort;
        boolean reversed = given.startsWith("-");
        String key = reversed ? given.substring(1) : given;
        Comparator<SiteCount> order = switch (key) {
            case "live" -> Comparator.comparingLong(SiteCount::live);
            case "created" -> Comparator.comparingLong(SiteCount::created);
            case "rate" -> Comparator.comparingLong(SiteCount::recent);
            case "failed" -> Comparator.comparingLong(SiteCount::failed);
            case "cancelled" -> Comparator.comparingLong(SiteCount::cancelled);
            case "unobserved" -> Comparator.comparingLong(SiteCount::unobserved);
            case "run" -> Comparator.comparingLong(row -> longest(row.run()));
            case "queue" -> Comparator.comparingLong(row -> longest(row.queue()));
            case "site" -> Comparator.comparing(SiteCount::key, Comparator.nullsLast(String.CASE_INSENSITIVE_ORDER));
            case "kind" -> Comparator.comparing(SiteCount::kind, Comparator.nullsLast(Comparator.naturalOrder()));
            default -> throw Refusal.usage("can't sort sites by \"" + given + "\"" + Suggestion.of(key, KEYS),
                    "sort them by one of " + String.join(", ", KEYS) + ", with a leading - to reverse");
        };
        return (reversed ? order.reversed() : order).thenComparing(Comparator.comparingLong(SiteCount::created)
                .reversed()).thenComparing(SiteCount::key, Comparator.nullsLast(Comparator.naturalOrder()));
    }

    private static long longest(Spread spread) {
        return spread.p99Micros() == null ? -1 : spread.p99Micros();
    }
}
