// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.model.Parent;
import dev.clew.model.State;
import dev.clew.model.Task;
import dev.clew.model.answer.TaskTree;
import dev.clew.model.answer.TaskTree.Branch;
import dev.clew.monitor.Source.Sighting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** Hangs the live tasks that go by below their creators. */
final class Tree {

    /** More tasks would take more of the target's memory than an answer is worth. */
    static final int MOST_TASKS = 100_000;
    /** A longer lineage goes on at this depth, beside its end. */
    static final int DEEPEST = 40;

    private final Headcount count;
    private final LongFunction<Optional<Task>> tasks;
    private final Map<Long, Task> matching = new HashMap<>();
    private final Map<Long, Twig> twigs = new HashMap<>();
    private final Twig root = Twig.root();

    /**
     * Makes a tree.
     *
     * @param filter which tasks it has
     * @param tasks finds a creator that is not among them
     */
    Tree(Filter filter, LongFunction<Optional<Task>> tasks) {
        this.count = new Headcount(filter);
        this.tasks = tasks;
    }

    void see(Sighting seen) {
        if (count.matches(seen) && matching.size() < MOST_TASKS) {
            matching.put(seen.task().id(), seen.task());
        }
    }

    TaskTree tree(int limit) {
        matching.values().stream().sorted(Comparator.comparingLong(Task::id)).forEach(task -> twig(task).add(task));
        List<Branch> rows = new ArrayList<>();
        long shown = root.write(rows, limit);
        return new TaskTree(count.total(), count.matching(), count.matching() - shown, count.folded(), List.copyOf(rows));
    }

    /** Returns where a task hangs; its creators are found first, from the nearest one whose place is known. */
    private Twig twig(Task task) {
        List<Task> line = new ArrayList<>();
        Task each = task;
        while (each != null && !twigs.containsKey(each.id()) && line.size() < DEEPEST) {
            line.add(each);
            each = creator(each);
        }
        Twig at = each == null ? origin(line.get(line.size() - 1)) : twigs.get(each.id());
        at = at == null ? root.mark(each.id(), each.name(), "its own creators are not shown") : at;
        for (int i = line.size() - 1; i >= 0; i--) {
            at = at.child(line.get(i));
            twigs.put(line.get(i).id(), at);
        }
        return at;
    }

    private Task creator(Task task) {
        Long id = task.parent() == null ? null : task.parent().task();
        if (id == null || id == task.id()) {
            return null;
        }
        return matching.containsKey(id) ? matching.get(id) : tasks.apply(id).orElse(null);
    }

    /** Returns what a task hangs from whose creator can't be shown as a task. */
    private Twig origin(Task task) {
        Parent parent = task.parent();
        if (parent != null && parent.relation().equals("root")) {
            return root;
        }
        if (parent != null && parent.task() != null) {
            Twig known = twigs.get(parent.task());
            return known != null ? known : root.mark(parent.task(), parent.name(), "no longer held");
        }
        return root.mark(null, null, parent == null || parent.reason() == null ? "unknown" : parent.reason());
    }

    static boolean ended(Task task) {
        return task.state() == State.ENDED;
    }
}
