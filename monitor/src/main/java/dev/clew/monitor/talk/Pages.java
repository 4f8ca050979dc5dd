// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.talk;

import dev.clew.model.Task;
import dev.clew.model.answer.TaskList;
import dev.clew.model.json.Json;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import dev.clew.monitor.command.Form;
import dev.clew.monitor.command.Request;
import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;

/**
 * Asks for very many live tasks page by page, in the order of their ids, and shows each page as it comes, so that
 * neither the target nor who asks holds them all.
 *
 * <p><b>Consistency</b>: a page is as the tasks are when it is asked for; the counts are those of the first one. Tasks
 * that were made since then may or may not be shown.
 */
final class Pages {

    /** How many tasks a page has. */
    static final int SIZE = 20_000;
    private final Target target;
    private final Output output;

    Pages(Target target, Output output) {
        this.target = target;
        this.output = output;
    }

    /** Returns whether a request may have more rows than a page, and the target knows pages. */
    boolean fit(Request.Ask ask) {
        return target.knows(Question.PAGE) && ask.question() instanceof Question.Ps ps && ps.groupBy() == null && ps.after() == 0
                && (ps.limit() == 0 || ps.limit() > SIZE) && ask.repeat().times() == 1 && !ask.repeat().endless()
                && (ps.sort() == null || ps.sort().isEmpty() || ps.sort().equals("id"));
    }

    /** Returns the first page, which is the whole answer if no more tasks match. */
    TaskList first(Request.Ask ask) throws Refusal {
        return page((Question.Ps) ask.question(), 0, SIZE);
    }

    /** Shows the pages, of which the first is there. */
    void show(Request.Ask ask, TaskList begun) throws Refusal {
        int limit = ((Question.Ps) ask.question()).limit();
        TaskList first = new TaskList(begun.total(), begun.matching(),
                limit == 0 ? begun.matching() : Math.min(limit, begun.matching()), begun.folded(), begun.dropped(),
                begun.tasks());
        Sheet sheet = new Sheet(ask, output);
        sheet.begin(first);
        TaskList page = first;
        long shown = page.tasks().size();
        // A page may miss tasks that ended while it was drawn; one that is half empty is the last.
        while (page.tasks().size() > SIZE / 2 && shown < first.shown() && !output.stopped(Duration.ZERO)) {
            page = page((Question.Ps) ask.question(), page.tasks().get(page.tasks().size() - 1).id(),
                    (int) Math.min(SIZE, first.shown() - shown));
            sheet.go(page.tasks());
            shown += page.tasks().size();
        }
        sheet.end(shown);
    }

    private TaskList page(Question.Ps all, long after, int size) throws Refusal {
        return (TaskList) target.ask(new Question.Ps(all.text(), all.kinds(), all.states(), "id", size,
                all.preserved(), all.system(), all.all(), all.filter(), null, after));
    }

    /**
     * How the pages look: one list, whatever its form.
     *
     * @param ask what was asked
     * @param output where it goes
     */
    private record Sheet(Request.Ask ask, Output output) {

        void begin(TaskList first) throws Refusal {
            if (ask.form() instanceof Form.Json) {
                output.part("{\"total\":" + first.total() + ",\"matching\":" + first.matching() + ",\"folded\":"
                        + first.folded() + ",\"dropped\":" + first.dropped() + ",\"tasks\":["
                        + json(first.tasks()) + "\n");
            } else {
                output.part(text(first));
            }
        }

        void go(List<Task> tasks) throws Refusal {
            if (tasks.isEmpty()) {
                return;
            }
            if (ask.form() instanceof Form.Json) {
                output.part("," + json(tasks) + "\n");
                return;
            }
            String text = text(new TaskList(tasks.size(), tasks.size(), tasks.size(), 0, 0, tasks));
            int heads = ask.form() instanceof Form.Text ? 2 : ask.form() instanceof Form.Csv ? 1 : 0;
            for (; heads > 0; heads--) {
                text = text.substring(text.indexOf('\n') + 1);
            }
            output.part(text);
        }

        void end(long shown) {
            if (ask.form() instanceof Form.Json) {
                output.part("],\"shown\":" + shown + "}\n");
            }
        }

        private String text(TaskList list) throws Refusal {
            return ask.form() instanceof Form.Text ? output.screen().answer(ask.question(), list)
                    : output.screen().rows(list, ask.form());
        }

        private static String json(List<Task> tasks) {
            StringJoiner text = new StringJoiner(",");
            for (Task task : tasks) {
                text.add(Json.write(task));
            }
            return text.toString();
        }
    }
}
