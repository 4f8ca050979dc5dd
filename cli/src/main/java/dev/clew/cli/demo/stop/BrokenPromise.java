// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo.stop;

import dev.clew.model.Kind;
import dev.clew.model.Task;
import dev.clew.model.answer.Whereabouts;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import java.util.List;

/** A promise that nobody completes. */
record BrokenPromise() implements Stop {

    @Override
    public String title() {
        return "A promise that nobody keeps";
    }

    @Override
    public String outside() {
        return "A thread hangs in CompletableFuture.join. Its stack does not say which future, or who completes it.";
    }

    @Override
    public Scene visit(Target target) throws Missing, Refusal {
        var notes = new Notebook(target);
        List<Task> tasks = notes.showTasks("ps BerthPermit").tasks();
        Task promise = tasks.stream().filter(task -> task.kind() == Kind.FUTURE).findFirst()
                .orElseThrow(() -> new Missing("no promise that is not completed"));
        Whereabouts found = notes.showTask("where " + promise.id());
        if (found.waiters().isEmpty()) {
            throw new Missing("nobody who waits for the promise");
        }
        Whereabouts waiter = notes.task(found.waiters().get(0));
        return notes.scene(Telling.task(waiter.task()) + " waits at " + Telling.place(waiter.stack()) + " for "
                + Telling.task(promise) + ", which was made at " + Telling.place(promise.site()) + ".",
                "Who can complete it: " + String.join("; ", found.completers()) + ".");
    }
}
