// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.model.Task;
import dev.clew.model.answer.TaskList;
import dev.clew.monitor.Glimpse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Counts the tasks that go by and keeps the first ones of an order, never more than its limit.
 *
 * <p><b>Cost</b>: where the order is one of numbers, tasks are drawn only when they are among the first at the end.
 */
final class Shortlist {

    private final Headcount count;
    private final Order order;
    private final int limit;
    private final long after;
    // Its head is the last one in order: the first to go.
    private final PriorityQueue<Candidate> kept;

    /** A task that is among the first ones so far. */
    private record Candidate(long key, long id, Task task, Glimpse.Kept later) {}

    Shortlist(Filter filter, Order order, int limit) {
        this(filter, order, limit, 0);
    }

    /** Makes a list of the tasks whose ids are greater than one; the others are counted and not listed. */
    Shortlist(Filter filter, Order order, int limit, long after) {
        this.count = new Headcount(filter);
        this.order = order;
        this.limit = limit;
        this.after = after;
        this.kept = new PriorityQueue<>(comparator().reversed());
    }

    private Comparator<Candidate> comparator() {
        if (!order.ofNumbers()) {
            return Comparator.comparing(Candidate::task, order.tasks());
        }
        return (a, b) -> a.key == b.key ? order.compareIds(a.id, b.id) : Long.compare(a.key, b.key);
    }

    void see(Glimpse seen) {
        if (count.matches(seen) && seen.id() > after) {
            keep(seen);
        }
    }

    private void keep(Glimpse seen) {
        boolean full = kept.size() >= limit;
        if (!order.ofNumbers()) {
            add(new Candidate(0, seen.id(), seen.sighting().task(), null), full);
            return;
        }
        long key = order.key(seen);
        Candidate last = full ? kept.peek() : null;
        if (last == null || key < last.key || key == last.key && order.compareIds(seen.id(), last.id) < 0) {
            add(new Candidate(key, seen.id(), null, seen.keep()), full);
        }
    }

    private void add(Candidate candidate, boolean full) {
        if (!full) {
            kept.add(candidate);
        } else if (kept.comparator().compare(candidate, kept.peek()) > 0) {
            kept.poll();
            kept.add(candidate);
        }
    }

    TaskList list(long dropped) {
        List<Task> tasks = new ArrayList<>(kept.size());
        for (Candidate each : kept) {
            if (each.task != null) {
                tasks.add(each.task);
            } else {
                each.later.drawn().ifPresent(seen -> tasks.add(seen.task()));
            }
        }
        tasks.sort(order.tasks());
        return new TaskList(count.total(), count.matching(), tasks.size(), count.folded(), dropped, List.copyOf(tasks));
    }
}
