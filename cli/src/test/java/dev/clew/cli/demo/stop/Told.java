// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo.stop;

import dev.clew.model.Cause;
import dev.clew.model.Ending;
import dev.clew.model.Failure;
import dev.clew.model.Frame;
import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import dev.clew.model.Parent;
import dev.clew.model.State;
import dev.clew.model.Task;
import dev.clew.model.answer.Answer;
import dev.clew.model.answer.TaskList;
import dev.clew.model.answer.Whereabouts;
import dev.clew.monitor.Question;
import dev.clew.monitor.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A target of hand-made answers: one list for every list that is asked for, and one task by its id. */
public record Told(List<Task> live, List<Task> ended, List<Whereabouts> found) implements Target {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    static Told nothing() {
        return new Told(List.of(), List.of(), List.of());
    }

    /** Makes one. */
    public static Frame frame(String type, String method, int line) {
        return new Frame(type, method, type.substring(type.lastIndexOf('.') + 1) + ".java", line);
    }

    /** Makes one. */
    public static Failure failure(Failure causedBy, Frame... stack) {
        return new Failure("java.lang.IllegalStateException", "no oil", List.of(stack), causedBy);
    }

    static Task live(long id, Kind kind, Frame site) {
        return new Task(id, kind, "Work" + id, State.QUEUED, site, new Parent("task", 90L + id, "Callback", null), NOON,
                null, null, null, false, 0, null, null);
    }

    /** Makes one. */
    public static Task ended(long id, Kind kind, Outcome outcome, Failure error, Cause cause) {
        var ending = new Ending(outcome, NOON, error, error == null ? null : false, cause);
        return new Task(id, kind, "Work" + id, State.ENDED, frame("com.example.Start", "go", 9), Parent.root(),
                NOON.minusSeconds(2), NOON.minusSeconds(1), "clock-1", null, false, kind == Kind.PERIODIC ? 3 : 0, null,
                ending);
    }

    static Cause cause(long task, Frame... stack) {
        return new Cause("cancel", task, "Work" + task, Kind.POOL, "returned", "pool-1", NOON, List.of(stack), null);
    }

    /** Makes one. */
    public static Whereabouts where(Task task, Cause... causes) {
        return new Whereabouts(task, List.of(), List.of(), "it ended without an error", List.of(), List.of(),
                List.of(causes), List.of(), 0, List.of(), 0);
    }

    @Override
    public Answer ask(Question question) {
        if (question instanceof Question.Where || question instanceof Question.WhereTerminated) {
            long id = question instanceof Question.Where where ? where.id()
                    : ((Question.WhereTerminated) question).id();
            return found.stream().filter(each -> each.task().id() == id).findFirst().orElseThrow();
        }
        var tasks = new ArrayList<>(question instanceof Question.Ps ? live : ended);
        return new TaskList(tasks.size(), tasks.size(), tasks.size(), 0, 0, tasks);
    }

    @Override
    public void close() {}
}
