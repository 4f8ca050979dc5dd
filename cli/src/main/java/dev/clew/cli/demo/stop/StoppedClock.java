// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo.stop;

import dev.clew.model.Outcome;
import dev.clew.model.Task;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;

/** A periodic task that threw and was never run again. */
record StoppedClock() implements Stop {

    @Override
    public String title() {
        return "A periodic task that died";
    }

    @Override
    public String outside() {
        return "A heartbeat has stopped. Its scheduler is alive, its thread is idle, and no error was logged.";
    }

    @Override
    public Scene visit(Target target) throws Missing, Refusal {
        var notes = new Notebook(target);
        Task dead = notes.showTasks("ps-terminated --kind periodic").tasks().stream()
                .filter(task -> task.ending().outcome() == Outcome.FAILED).findFirst()
                .orElseThrow(() -> new Missing("no failed periodic task"));
        Task end = notes.showTask("where-terminated " + dead.id()).task();
        String looked = Boolean.FALSE.equals(end.ending().observed()) ? ", and nobody asked its future." : ".";
        return notes.scene(Telling.task(end) + " threw on run " + end.runs() + ", at "
                + Telling.place(end.ending().error()) + " (" + Telling.error(end.ending().error()) + ").",
                "An executor never runs a periodic task again once it has thrown" + looked + " It was scheduled at "
                + Telling.place(end.site()) + ".");
    }
}
