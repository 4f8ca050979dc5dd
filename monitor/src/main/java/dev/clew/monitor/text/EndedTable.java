// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.model.Ending;
import dev.clew.model.Task;
import dev.clew.model.answer.TaskList;
import java.time.Instant;

/**
 * The ended tasks as a table; a failure that nobody looked at has an exclamation mark before its outcome.
 *
 * @param width how many columns there are
 * @param now the present
 */
record EndedTable(int width, Instant now) {

    String text(TaskList list) {
        var head = new StringBuilder(Count.of(list.total(), "ended task")).append(ListHead.showing(list));
        if (list.dropped() > 0) {
            head.append("; ").append(Count.number(list.dropped())).append(" older ones are no longer held");
        }
        if (list.tasks().stream().anyMatch(EndedTable::unobserved)) {
            head.append("; ! means nobody looked at the failure");
        }
        if (list.tasks().isEmpty()) {
            return head.append('\n').toString();
        }
        var table = new Table(Column.number("ID"), Column.fixed("KIND"), Column.soft("NAME", 8, 3),
                Column.soft("LABELS", 8, 3),
                Column.fixed("OUTCOME"), Column.soft("ERROR", 12, 2), Column.number("DURATION"),
                Column.number("ENDED"), Column.site("SITE", 10, 3));
        list.tasks().forEach(task -> row(table, task));
        return head.append('\n').append(table.render(width)).toString();
    }

    private void row(Table table, Task task) {
        Ending ending = task.ending();
        String outcome = ending == null ? "unknown" : Labels.word(ending.outcome());
        Instant begun = task.startedAt() == null ? task.createdAt() : task.startedAt();
        Instant ended = ending == null ? null : ending.at();
        table.row(Long.toString(task.id()), Labels.word(task.kind()), Labels.name(task), Labels.said(task),
                unobserved(task) ? "! " + outcome : outcome,
                ending == null ? "" : error(ending), Age.between(begun, ended),
                ended == null ? "unknown" : Age.between(ended, now) + " ago", LiveTable.site(task));
    }

    static String error(Ending ending) {
        return ending.error() != null ? ending.error().brief()
                : ending.late() != null && ending.unobserved() ? "then " + ending.late().error().brief() : "";
    }

    private static boolean unobserved(Task task) {
        Ending ending = task.ending();
        return ending != null && ending.unobserved();
    }
}
