// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo.stop;

import dev.clew.model.Task;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;

/** A future whose failure nobody looked at. */
record UnseenFailure() implements Stop {

    @Override
    public String title() {
        return "A failure that nobody looked at";
    }

    @Override
    public String outside() {
        return "A report is never written. No exception reaches any log: it is kept in a future that nobody asks.";
    }

    @Override
    public Scene visit(Target target) throws Missing, Refusal {
        var notes = new Notebook(target);
        Task unseen = notes.showTasks("ps-terminated --kind future --unobserved").tasks().stream().findFirst()
                .orElseThrow(() -> new Missing("no failed future that nobody looked at"));
        Task end = notes.showTask("where-terminated " + unseen.id()).task();
        return notes.scene(Telling.task(end) + " failed at " + Telling.place(end.ending().error()) + " ("
                + Telling.error(end.ending().error()) + ").", "It was created at " + Telling.place(end.site())
                + "; since then no get, no join and no handler has met the error.");
    }
}
