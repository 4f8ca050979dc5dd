// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

import dev.clew.it.harness.Watched;
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
 */
record Evidence(List<Task> tasks, Map<Long, List<Task>> byParent, Map<Long, Whereabouts> lineages, long dropped) {

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
        for (Task task : tasks) {
            if (task.parent().task() != null) {
                byParent.computeIfAbsent(task.parent().task(), absent -> new ArrayList<>()).add(task);
            }
        }
        return new Evidence(tasks, byParent, lineages, dropped);
    }

    private static boolean generated(Task task) {
        return task.site() != null && task.site().method().matches("make\\d+")
                || task.name().matches("(.* )?[NTW]\\d+");
    }

    List<Task> madeBy(Task parent) {
        return byParent.getOrDefault(parent.id(), List.of());
    }
}
