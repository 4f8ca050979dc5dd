// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo.stop;

import dev.clew.model.Cause;
import dev.clew.model.Outcome;
import dev.clew.model.Task;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import java.util.List;
import java.util.Objects;

/** A subtask that failed, and the siblings that its scope cancelled. */
record CancelledSiblings() implements Stop {

    @Override
    public String title() {
        return "Cancelled by a failing sibling";
    }

    @Override
    public String outside() {
        return "Bookings were interrupted half-way. Their own stacks show an InterruptedException and nobody to blame.";
    }

    @Override
    public Scene visit(Target target) throws Missing, Refusal {
        var notes = new Notebook(target);
        List<Task> subtasks = notes.showTasks("ps-terminated --kind subtask").tasks();
        Task failed = subtasks.stream().filter(task -> task.ending().outcome() == Outcome.FAILED).findFirst()
                .orElseThrow(() -> new Missing("no failed subtask"));
        List<Task> victims = subtasks.stream().filter(task -> endedBy(task, failed)).toList();
        if (victims.isEmpty()) {
            throw new Missing("no subtask that a failing sibling ended");
        }
        Task victim = notes.showTask("where-terminated " + victims.get(0).id()).task();
        return notes.scene(Telling.task(failed) + " failed at " + Telling.place(failed.ending().error()) + " ("
                + Telling.error(failed.ending().error()) + ").", "Its scope then ended the siblings "
                + Telling.list(victims.stream().map(Task::id).toList()) + " (" + victim.ending().cause().act()
                + "); " + Telling.task(victim) + " was at " + Telling.place(victim.ending().error()) + ".");
    }

    private static boolean endedBy(Task task, Task failed) {
        Cause cause = task.ending().cause();
        return cause != null && Objects.equals(cause.task(), failed.id());
    }
}
