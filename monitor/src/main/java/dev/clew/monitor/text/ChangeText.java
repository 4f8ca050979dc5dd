// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.model.Ending;
import dev.clew.model.Task;
import dev.clew.monitor.query.Difference;
import dev.clew.monitor.query.Following.Event;
import dev.clew.monitor.query.Following.Look;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What changes in a target.
 *
 * @param width how many columns there are
 */
record ChangeText(int width) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    String difference(Difference difference) {
        var head = new StringBuilder(Count.of(difference.before(), "task")).append(", then ")
                .append(Count.number(difference.after())).append(" after ")
                .append(String.format(Locale.ROOT, "%.1fs", difference.seconds())).append("; ")
                .append(Count.of(difference.changed(), "group")).append(" changed");
        head.append(difference.changes().size() == difference.changed() ? ""
                : " (showing " + Count.number(difference.changes().size()) + ")");
        head.append(difference.uncounted() == 0 ? "" : "; not all tasks could be counted").append('\n');
        if (difference.changes().isEmpty()) {
            return head.toString();
        }
        String by = difference.by().toUpperCase(Locale.ROOT);
        var table = new Table(Column.number("CHANGE"), Column.number("BEFORE"), Column.number("AFTER"),
                difference.by().equals("site") ? Column.site(by, 14, 1) : Column.soft(by, 14, 1));
        difference.changes().forEach(each -> table.row((each.change() > 0 ? "+" : "") + Count.number(each.change()),
                Count.number(each.before()), Count.number(each.after()), each.site() != null ? each.site().brief()
                        : each.key() == null ? "none or unknown" : each.key()));
        return head.append(table.render(width)).toString();
    }

    String look(Look look) {
        var text = new StringBuilder();
        look.events().forEach(event -> text.append(Plain.cut(Plain.line(line(event)), width)).append('\n'));
        return look.missed() == 0 ? text.toString()
                : text.append("... and ").append(Count.number(look.missed())).append(" more at about this time\n").toString();
    }

    private static String line(Event event) {
        Task task = event.task();
        String begin = time(event.at()) + (event.event().equals("came") ? "  + " : "  - ") + Labels.task(task);
        if (event.event().equals("came")) {
            return begin + " from " + LiveTable.site(task) + (task.parent() == null || task.parent().task() == null ? ""
                    : ", created by " + task.parent().task() + " " + (task.parent().name() == null ? "" : task.parent().name()));
        }
        Ending ending = task.ending();
        Instant begun = task.startedAt() == null ? task.createdAt() : task.startedAt();
        return begin + " " + Labels.word(ending.outcome()) + " after " + Age.between(begun, ending.at())
                + (ending.error() == null ? "" : " with " + ending.error().brief());
    }

    private static String time(Instant at) {
        return at == null ? "unknown time" : TIME.format(at);
    }
}
