// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

import dev.clew.it.harness.Watched;
import dev.clew.model.Capture;
import dev.clew.model.Kind;
import dev.clew.model.Parent;
import dev.clew.model.Task;
import dev.clew.model.answer.TaskList;
import dev.clew.model.answer.Whereabouts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Clew says of a program.
 *
 * @param tasks its tasks, live and ended
 * @param byParent the same by the ids of those that made them
 * @param lineages where each of them is or ended, by id
 * @param dropped how many endings are no longer held
 * @param steps the parts of parallel streams, by id
 */
record Evidence(List<Task> tasks, Map<Long, List<Task>> byParent, Map<Long, Whereabouts> lineages, long dropped,
        Map<Long, Task> steps) {

    /** Asks for every task, and for the lineage of those that the generated program made. */
    static Evidence gather(Watched watched) {
        Map<Long, Task> known = new LinkedHashMap<>();
        watched.live(null).tasks().forEach(task -> known.put(task.id(), task));
        TaskList ended = watched.ended((String) null);
        ended.tasks().forEach(task -> known.put(task.id(), task)); // some may have ended between the two answers
        List<Task> tasks = List.copyOf(known.values());
        Map<Long, Whereabouts> lineages = new HashMap<>();
        for (Task task : tasks) {
            if (generated(task)) {
                lineages.put(task.id(), task.ending() == null ? watched.where(task) : watched.whereTerminated(task));
            }
        }
        return of(tasks, lineages, ended.dropped());
    }

    static Evidence of(List<Task> tasks, Map<Long, Whereabouts> lineages, long dropped) {
        Map<Long, List<Task>> byParent = new HashMap<>();
        Map<Long, Task> steps = new HashMap<>();
        tasks.stream().filter(Evidence::isStep).forEach(task -> steps.put(task.id(), task));
        for (Task task : tasks) {
            Parent parent = beyond(steps, task.parent());
            if (parent.task() != null) {
                byParent.computeIfAbsent(parent.task(), absent -> new ArrayList<>()).add(task);
            }
        }
        return new Evidence(tasks, byParent, lineages, dropped, steps);
    }

    /** Whether it is a part of a parallel stream, which the JDK forks or not as it sees fit. */
    private static boolean isStep(Task task) {
        return task.kind() == Kind.FORKJOIN && task.name().equals("ForEachOps$ForEachTask");
    }

    private static Parent beyond(Map<Long, Task> steps, Parent parent) {
        Parent at = parent;
        while (at.task() != null && steps.containsKey(at.task())) {
            at = steps.get(at.task()).parent();
        }
        return at;
    }

    /** Returns who made a task, be it by way of a parallel stream. */
    Parent maker(Task task) {
        return beyond(steps, task.parent());
    }

    private static boolean generated(Task task) {
        return task.site() != null && task.site().method().matches("make\\d+")
                || task.name().matches("(.* )?[NTW]\\d+");
    }

    List<Task> madeBy(Task parent) {
        return byParent.getOrDefault(parent.id(), List.of());
    }

    /** Returns how many of the program's tasks were told the stack of their place rather than their own. */
    long sampled() {
        return lineages.values().stream()
                .filter(where -> where.origin().stream().anyMatch(step -> step.capture() == Capture.SAMPLED)).count();
    }
}
