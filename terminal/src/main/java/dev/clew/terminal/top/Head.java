// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.model.State;
import dev.clew.model.answer.GroupList.Tally;
import dev.clew.model.answer.Overview;
import dev.clew.monitor.text.Cells;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * The lines at the top: who is watched, counts, what happened in the last seconds, and how the list is looked at.
 *
 * @param scene what is shown
 * @param palette its colours
 * @param now the present, by our clock
 */
record Head(Scene scene, Palette palette, Instant now) {

    List<AttributedString> lines() {
        return List.of(target(), counts(), trends(), tabs());
    }

    private AttributedString target() {
        var greeting = scene.contact().greeting();
        String right = standing();
        String jdk = greeting.jdk() == null ? "" : ", JDK " + greeting.jdk();
        String rest = Cells.plain(" pid " + greeting.pid() + jdk + (greeting.name().equals(greeting.mainClass()) ? ""
                : ", " + greeting.mainClass()));
        int room = scene.columns() - Cells.width(right) - 2;
        String name = Cells.cut(" " + Cells.plain(greeting.name()), room);
        rest = Cells.cut(rest, room - Cells.width(name));
        var line = new AttributedStringBuilder().styled(Palette.BOLD, name).styled(Palette.PLAIN, rest);
        line.append(" ".repeat(Math.max(1, scene.columns() - line.columnLength() - Cells.width(right) - 1)));
        boolean fine = scene.contact().lost() == null && scene.contact().silence(now) == 0;
        return line.styled(!fine ? palette.bad().bold() : scene.paused() ? palette.odd().bold() : palette.good(), right)
                .toAttributedString();
    }

    /** Returns how things stand: live, paused, silent or lost. */
    private String standing() {
        if (scene.contact().lost() != null) {
            return "connection lost, trying again";
        }
        long silence = scene.contact().silence(now);
        return silence > 0 ? "no answer since " + silence + " s"
                : scene.latest() == null ? "connecting" : scene.paused() ? "paused" : "live";
    }

    private AttributedString counts() {
        Overview overview = scene.latest();
        var line = new AttributedStringBuilder();
        if (overview == null) {
            return line.append(" ...").toAttributedString();
        }
        line.styled(Palette.BOLD, " " + Cells.number(overview.live())).append(overview.live() == 1 ? " task" : " tasks");
        for (State state : List.of(State.RUNNING, State.BLOCKED, State.WAITING, State.QUEUED)) {
            part(line, overview.states(), state.word(), palette.of(state));
        }
        line.append("   ").styled(Palette.BOLD, Cells.number(overview.ended())).append(" ended");
        overview.outcomes().forEach(each -> {
            int room = scene.columns() - line.columnLength();
            if (room > Cells.number(each.count()).length() + each.word().length() + 3) {
                part(line, overview.outcomes(), each.word(), "failed".equals(each.word()) ? palette.bad() : palette.odd());
            }
        });
        return line.toAttributedString();
    }

    private static void part(AttributedStringBuilder line, List<Tally> tallies, String word, AttributedStyle style) {
        long count = tallies.stream().filter(each -> word.equals(each.word())).mapToLong(Tally::count).sum();
        if (count > 0) {
            line.append("  ").styled(style, Cells.number(count) + " " + word);
        }
    }

    private AttributedString trends() {
        var line = new AttributedStringBuilder();
        int room = scene.columns() / Trend.Count.values().length;
        for (Trend.Count count : Trend.Count.values()) {
            String label = " " + count.name().toLowerCase(Locale.ROOT) + " ";
            String rate = rate(scene.trend().rate(count));
            int bars = Math.max(0, Math.min(60, room - label.length() - rate.length() - 2));
            String shown = scene.trend().bars(count, bars);
            line.append(label).styled(count == Trend.Count.FAILED ? palette.bad() : palette.calm(), shown)
                    .append(" " + rate);
            line.append(" ".repeat(Math.max(0, room * (count.ordinal() + 1) - line.columnLength())));
        }
        return line.toAttributedString();
    }

    /** Returns a rate in so many columns that it does not move what is beside it. */
    static String rate(double rate) {
        return rate < 0 ? "   ?/s" : rate >= 999_500 ? String.format(Locale.ROOT, "%3.0fM/s", rate / 1e6)
                : rate >= 999.5 ? String.format(Locale.ROOT, "%3.0fk/s", rate / 1e3)
                : rate >= 9.95 || rate == 0 ? String.format(Locale.ROOT, "%4.0f/s", rate)
                : String.format(Locale.ROOT, "%4.1f/s", rate);
    }

    private AttributedString tabs() {
        var line = new AttributedStringBuilder();
        Tabs.paint(line, scene.tab(), palette);
        return line.append(Cells.cut("  " + looking(), scene.columns() - line.columnLength())).toAttributedString();
    }

    private String looking() {
        Listing listing = scene.listing();
        if (scene.opened() != null) {
            return "task " + scene.opened().id();
        }
        if (scene.tab() == Tab.CHANGES) {
            return scene.mark() == null ? "nothing is marked" : "since the mark "
                    + Cells.between(scene.mark().at(), now) + " ago";
        }
        return (scene.list() == null ? "" : rows() + "  ")
                + (listing.filter() == null ? "" : "/" + Cells.plain(listing.filter()) + "  ")
                + (listing.groupBy() == null || scene.tab() == Tab.SITES ? "" : "by " + listing.groupBy() + "  ")
                + (listing.all() ? "+folded  " : "") + (listing.system() ? "+system  " : "");
    }

    private String rows() {
        long total = scene.total();
        return total == 0 ? "none" : Cells.number(scene.listing().cursor() + 1) + " of " + Cells.number(total);
    }
}
