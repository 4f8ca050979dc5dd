// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo.stop;

import dev.clew.model.Kind;
import dev.clew.model.Task;
import dev.clew.model.answer.TaskList;
import dev.clew.model.answer.Whereabouts;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import java.util.ArrayList;
import java.util.List;

/** A watcher that failed quietly, and those who wait for what it would have told them. */
record QuietWatcher() implements Stop {

    @Override
    public String title() {
        return "A watcher that ended quietly";
    }

    @Override
    public String outside() {
        return "Some jobs never finish, though Docker says that their containers are done. The log is silent.";
    }

    @Override
    public Scene visit(Target target) throws Missing, Refusal {
        var notes = new Notebook(target);
        TaskList waiting = notes.showTasks("ps ContainerWatch --kind pool,future --state waiting");
        var promises = new ArrayList<Task>();
        var waiters = new ArrayList<Long>();
        for (Task task : waiting.tasks()) {
            List<Long> waitsForIt = task.kind() == Kind.FUTURE ? notes.task(task.id()).waiters() : List.of();
            if (!waitsForIt.isEmpty()) {
                promises.add(task);
                waiters.addAll(waitsForIt);
            }
        }
        TaskList failed = notes.showTasks("ps-terminated ContainerWatch --unobserved");
        if (promises.isEmpty() || failed.tasks().isEmpty()) {
            throw new Missing(promises.isEmpty() ? "no promise that a task waits for" : "no failure of a watcher");
        }
        Whereabouts end = notes.showTask("where-terminated " + failed.tasks().get(0).id());
        return notes.scene("Tasks " + Telling.list(waiters) + " wait for " + promises.size() + " promises made at "
                + Telling.place(promises.get(0).site()) + ".", meaning(end.task()));
    }

    private static String meaning(Task watcher) throws Missing {
        return "Whoever was to keep them is gone: " + Telling.task(watcher) + " failed at "
                + Telling.place(watcher.ending().error()) + " (" + Telling.error(watcher.ending().error())
                + "), and nobody has looked at its failure.";
    }
}
