// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.model.Parent;
import dev.clew.model.Task;
import dev.clew.model.answer.TaskList;
import java.time.Instant;

/**
 * The live tasks as a table.
 *
 * @param width how many columns there are
 * @param now the present
 */
record LiveTable(int width, Instant now) {

    private static final int ROOMY = 120;

    String text(TaskList list) {
        var head = new StringBuilder(Count.of(list.total(), "task")).append(ListHead.showing(list));
        if (list.folded() > 0) {
            head.append("; ").append(Count.number(list.folded())).append(" folded, --all shows them");
        }
        if (list.tasks().isEmpty()) {
            return head.append('\n').toString();
        }
        var table = new Table(Column.number("ID"), Column.fixed("KIND"), Column.fixed("STATE"),
                Column.soft("NAME", 8, 3), Column.soft("LABELS", 8, 3), Column.site("SITE", 14, 2), Column.soft("PARENT", 6, 4),
                Column.number("SINCE"), Column.soft("THREAD / WAITING ON", 10, 4));
        list.tasks().forEach(task -> row(table, task));
        return head.append('\n').append(table.render(width)).toString();
    }

    private void row(Table table, Task task) {
        table.row(Long.toString(task.id()), Labels.word(task.kind()), Labels.word(task.state()), Labels.name(task),
                Labels.said(task), site(task), parent(task.parent()), since(task), place(task));
    }

    /** Returns the site; a root has none, which is no gap in what is known. */
    static String site(Task task) {
        if (task.site() != null) {
            return task.site().brief();
        }
        return task.parent() != null && task.parent().relation().equals("root") ? "-" : "unknown";
    }

    private String since(Task task) {
        if (task.createdAt() != null) {
            return Age.between(task.createdAt(), now);
        }
        return task.note() == null ? "unknown" : width < ROOMY ? "earlier" : task.note();
    }

    static String parent(Parent parent) {
        if (parent == null) {
            return "unknown";
        }
        return switch (parent.relation()) {
            case "task" -> parent.name() == null ? "" + parent.task() : parent.task() + " " + parent.name();
            case "root" -> "root";
            default -> parent.reason() == null ? "unknown" : parent.reason();
        };
    }

    static String place(Task task) {
        String waiting = task.waitingOn() == null ? "" : Labels.simple(task.waitingOn());
        String thread = task.thread() == null || task.thread().equals(task.name()) ? "" : task.thread();
        return thread.isEmpty() || waiting.isEmpty() ? thread + waiting : thread + " / " + waiting;
    }
}
