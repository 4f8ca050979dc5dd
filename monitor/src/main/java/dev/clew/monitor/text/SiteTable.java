// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.model.answer.GroupList.Tally;
import dev.clew.model.answer.SiteList;
import dev.clew.model.answer.SiteList.SiteCount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Tasks counted by site, as a table.
 *
 * @param width how many columns there are
 * @param now the present
 */
record SiteTable(int width, Instant now) {

    private static final int SECOND = 1_000;
    private static final int FEW = 10;

    String text(SiteList list) {
        String noun = list.by().equals("capture") ? "mark" : list.by().equals("class") ? "classe" : list.by();
        var head = new StringBuilder(Count.number(list.live())).append(" live of ")
                .append(Count.number(list.created())).append(" created");
        head.append(list.matching() == list.total() ? " at " : " at " + Count.number(list.matching()) + " that match of ")
                .append(list.total() == 1 && noun.equals("classe") ? "1 class" : Count.of(list.total(), noun));
        head.append(list.shown() == list.matching() ? ""
                : " (showing " + Count.number(list.shown()) + "; -n 0 shows more)");
        head.append(", counted for ").append(Age.between(list.since(), now)).append("; rates over the last ")
                .append(Age.of(Duration.ofMillis(list.windowMillis())));
        if (list.sites().isEmpty()) {
            return head.append('\n').toString();
        }
        String by = list.by().toUpperCase(Locale.ROOT);
        var table = new Table(list.by().equals("site") ? Column.site(by, 30, 1) : Column.soft(by, 30, 1),
                Column.fixed("KIND"), Column.number("LIVE"), Column.number("CREATED"), Column.spare("RATE", 2),
                Column.spare("FAILED", 3), Column.spare("CANCELLED", 6), Column.spare("UNOBSERVED", 4),
                Column.spare("RUN p50", 8), Column.spare("RUN p99", 5), Column.spare("QUEUE p50", 9),
                Column.spare("QUEUE p99", 7), Column.soft("CAPTURE", 7, 10));
        list.sites().forEach(site -> row(table, site, list.windowMillis()));
        return head.append('\n').append(table.render(width)).toString();
    }

    private static void row(Table table, SiteCount site, long window) {
        table.row(site.site() != null ? site.site().brief() : site.key() == null ? "unknown" : site.key(),
                site.kind() == null ? "" : site.kind().word(), Count.number(site.live()), Count.number(site.created()),
                rate(site.recent(), window), some(site.failed()), some(site.cancelled()), some(site.unobserved()),
                micros(site.run().p50Micros()), micros(site.run().p99Micros()), micros(site.queue().p50Micros()),
                micros(site.queue().p99Micros()), capture(site.captures()));
    }

    private static String some(long count) {
        return count == 0 ? "" : Count.number(count);
    }

    private static String micros(Long micros) {
        return micros == null ? "" : Age.of(Duration.ofNanos(micros * SECOND));
    }

    /** Returns for example {@code 12,000/s} or {@code 0.3/s}. */
    static String rate(long recent, long window) {
        double rate = (double) recent * SECOND / Math.max(1, window);
        return recent == 0 ? "" : rate < FEW ? String.format(Locale.ROOT, "%.1f/s", rate)
                : Count.number(Math.round(rate)) + "/s";
    }

    /** Returns the weakest of the ordinary marks, with the number of tasks of which less is known. */
    static String capture(List<Tally> captures) {
        List<String> words = captures.stream().map(Tally::word).toList();
        String usual = words.contains("sampled") ? "sampled" : words.contains("exact") ? "exact" : "";
        String less = captures.stream().filter(each -> each.word().equals("throttled") || each.word().equals("unknown"))
                .map(each -> (captures.size() == 1 ? "" : Count.number(each.count()) + " ") + each.word())
                .collect(Collectors.joining(", "));
        return usual.isEmpty() || less.isEmpty() ? usual + less : usual + ", " + less;
    }
}
