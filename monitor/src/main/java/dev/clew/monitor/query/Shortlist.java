// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.model.Task;
import dev.clew.model.answer.TaskList;
import dev.clew.monitor.Source.Sighting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Counts the tasks that go by and keeps the first ones of an order, never more than its limit. */
final class Shortlist {

    private final Headcount count;
    private final Comparator<Task> order;
    private final int limit;
    // Its head is the last one in order: the first to go.
    private final PriorityQueue<Task> kept;

    Shortlist(Filter filter, Comparator<Task> order, int limit) {
        this.count = new Headcount(filter);
        this.order = order;
        this.limit = limit;
        this.kept = new PriorityQueue<>(order.reversed());
    }

    void see(Sighting seen) {
        if (count.matches(seen)) {
            keep(seen.task());
        }
    }

    private void keep(Task task) {
        if (kept.size() < limit) {
            kept.add(task);
        } else if (order.compare(task, kept.peek()) < 0) {
            kept.poll();
            kept.add(task);
        }
    }

    TaskList list(long dropped) {
        List<Task> tasks = new ArrayList<>(kept);
        tasks.sort(order);
        return new TaskList(count.total(), count.matching(), tasks.size(), count.folded(), dropped, List.copyOf(tasks));
    }
}
