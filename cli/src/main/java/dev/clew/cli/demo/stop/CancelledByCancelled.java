// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo.stop;

import dev.clew.model.Cause;
import dev.clew.model.Task;
import dev.clew.model.answer.Whereabouts;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import java.util.List;

/** A task cancelled by a task that was itself cancelled. */
record CancelledByCancelled() implements Stop {

    @Override
    public String title() {
        return "Cancelled by a task that was cancelled";
    }

    @Override
    public String outside() {
        return "A payment ended with a CancellationException. Nothing in its own code cancels anything.";
    }

    @Override
    public Scene visit(Target target) throws Missing, Refusal {
        var notes = new Notebook(target);
        for (Task task : notes.showTasks("ps-terminated --outcome cancelled").tasks()) {
            if (notes.task(task.id()).causes().size() > 1) {
                return notes.scene(chain(notes.showTask("where-terminated " + task.id())), """
                        Each link was recorded when it happened, with its whole stack: the tasks in the middle \
                        are over, and still answer.""");
            }
        }
        throw new Missing("no task that a cancelled task cancelled");
    }

    private static String chain(Whereabouts victim) throws Missing {
        List<Cause> causes = victim.causes();
        var chain = new StringBuilder(Telling.task(victim.task()) + " was cancelled");
        for (int at = causes.size() - 1; at >= 0; at--) {
            Cause cause = causes.get(at);
            chain.append(at == causes.size() - 1 ? " by " : ", which had been cancelled by ")
                    .append(Telling.task(cause.kind(), cause.task(), cause.name())).append(" at ")
                    .append(Telling.place(cause.stack()));
        }
        return chain.append('.').toString();
    }
}
