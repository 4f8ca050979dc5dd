// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo.stop;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.clew.model.Frame;
import dev.clew.model.Task;
import dev.clew.model.answer.TaskList;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Callbacks that create ever more tasks. */
record PileUp() implements Stop {

    @Override
    public String title() {
        return "Tasks that pile up";
    }

    @Override
    public String outside() {
        return "The heap grows and the CPU idles. A thread dump shows nothing: what waits in a queue has no thread.";
    }

    @Override
    public Scene visit(Target target) throws Missing, Refusal {
        var notes = new Notebook(target);
        notes.showTasks("ps --state queued --limit 6");
        TaskList all = notes.tasks("ps --limit 0");
        Map.Entry<Frame, Long> most = all.tasks().stream().map(Task::site).filter(Objects::nonNull)
                .collect(groupingBy(site -> site, counting())).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow(() -> new Missing("no task with a site"));
        List<Task> pile = all.tasks().stream().filter(task -> most.getKey().equals(task.site())).toList();
        if (most.getValue() * 2 < all.total()) {
            throw new Missing("no place that created most of the live tasks");
        }
        long queued = pile.stream().filter(task -> task.startedAt() == null && task.runs() == 0).count();
        return notes.scene(Telling.number(pile.size()) + " of " + Telling.number(all.total())
                + " live tasks were created at one place: " + Telling.place(most.getKey()) + ".",
                Telling.number(queued) + " of them have never run. " + parents(pile));
    }

    private static String parents(List<Task> pile) {
        long parents = pile.stream().map(task -> task.parent().task()).filter(Objects::nonNull).distinct().count();
        return pile.stream().map(task -> task.parent().name()).filter(Objects::nonNull)
                .collect(groupingBy(name -> name, counting())).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> Telling.number(parents) + " tasks created them, most of them called `" + most.getKey()
                        + "`: each message that arrives schedules one more.")
                .orElse("");
    }
}
