// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.model.answer.GroupList;
import dev.clew.model.answer.GroupList.Group;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Tasks counted by what they have in common, as a table.
 *
 * @param width how many columns there are
 * @param now the present
 */
record GroupTable(int width, Instant now) {

    String text(GroupList list, boolean ended) {
        var head = new StringBuilder(Count.of(list.total(), ended ? "ended task" : "task"));
        head.append(list.matching() == list.total() ? "" : " (" + Count.number(list.matching()) + " that match)");
        head.append(" in ").append(Count.of(list.found(), "group"));
        head.append(list.shown() == list.found() ? "" : " (showing " + Count.number(list.shown()) + ")");
        head.append(list.ungrouped() == 0 ? "" : "; " + Count.number(list.ungrouped()) + " more tasks are in none");
        head.append(list.folded() == 0 ? "" : "; " + Count.number(list.folded()) + " folded, --all shows them");
        head.append(list.dropped() == 0 ? "" : "; " + Count.number(list.dropped()) + " older ones are no longer held");
        if (list.groups().isEmpty()) {
            return head.append('\n').toString();
        }
        var table = new Table(Column.number("COUNT"), column(list.by()),
                Column.soft(ended ? "OUTCOMES" : "STATES", 10, 4), Column.number("OLDEST"), Column.number("SINCE"));
        list.groups().forEach(group -> table.row(Count.number(group.count()), key(group),
                tally(group), Long.toString(group.oldest()), Age.between(group.oldestAt(), now)));
        return head.append('\n').append(table.render(width)).toString();
    }

    private static Column column(String by) {
        String head = by.toUpperCase(Locale.ROOT);
        return by.equals("site") ? Column.site(head, 10, 2) : Column.soft(head, 10, 2);
    }

    private static String key(Group group) {
        return group.site() != null ? group.site().brief() : group.key() == null ? "none or unknown" : group.key();
    }

    private static String tally(Group group) {
        return group.tally().stream()
                .map(each -> Count.number(each.count()) + " " + (each.word() == null ? "unknown" : each.word()))
                .collect(Collectors.joining(", "));
    }
}
