// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo.stop;

import dev.clew.model.OriginStep;
import dev.clew.model.Task;
import dev.clew.model.answer.Whereabouts;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import java.util.List;

/** A thread whose creators have all gone, and the chain of stacks that leads back to the root. */
record LongLineage() implements Stop {

    @Override
    public String title() {
        return "Who started this?";
    }

    @Override
    public String outside() {
        return "A thread waits, and its stack shows what it waits for. Why it was started is on no stack any more.";
    }

    @Override
    public Scene visit(Target target) throws Missing, Refusal {
        var notes = new Notebook(target);
        for (Task task : notes.showTasks("ps Voyage").tasks()) {
            Whereabouts found = notes.task(task.id());
            boolean ours = found.stack().stream().anyMatch(frame -> frame.className().endsWith(".Voyage"));
            if (found.origin().size() > 2 && ours) {
                return tell(notes, notes.showTask("where " + task.id()));
            }
        }
        throw new Missing("no waiting task with a long lineage");
    }

    private static Scene tell(Notebook notes, Whereabouts found) throws Missing {
        List<OriginStep> steps = found.origin();
        var chain = new StringBuilder(Telling.task(found.task()) + " waits at " + Telling.place(found.stack()));
        for (int at = steps.size() - 1; at >= 0; at--) {
            OriginStep step = steps.get(at);
            chain.append(at == steps.size() - 1 ? ". It was created by " : ", which was created by ")
                    .append(Telling.task(step.kind(), step.task(), step.name())).append(" at ")
                    .append(Telling.place(step.stack()));
        }
        return notes.scene(chain.append('.').toString(), "That is one story in " + (steps.size() + 1)
                + " stacks, from the root to where it is now.");
    }
}
