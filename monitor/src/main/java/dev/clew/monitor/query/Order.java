// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.nullsLast;

import dev.clew.model.Task;
import dev.clew.monitor.Glimpse;
import dev.clew.monitor.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * An order that a list may have; ties are broken by id, so every order is total.
 *
 * @param tasks compares drawn tasks
 * @param word what it goes by
 * @param reversed whether the greatest comes first
 */
record Order(Comparator<Task> tasks, String word, boolean reversed) {

    /**
     * Returns the order of a key.
     *
     * @param key as in {@link dev.clew.monitor.Question.Ps#sort}; null for the given default
     * @throws Refusal if there is no such key
     */
    static Order of(String key, String absent) throws Refusal {
        String given = key == null || key.isEmpty() ? absent : key;
        boolean reversed = given.startsWith("-");
        String word = reversed ? given.substring(1) : given;
        Comparator<Task> order = ascending(word).thenComparing(comparingLong(Task::id));
        return new Order(reversed ? order.reversed() : order, word, reversed);
    }

    /** Returns whether tasks need not be drawn to be compared: each has a number. */
    boolean ofNumbers() {
        return word.equals("id") || word.equals("age") || word.equals("ended");
    }

    /** Returns the number of a task: the least comes first. */
    long key(Glimpse seen) {
        long number = switch (word) {
            case "id" -> seen.id();
            case "age" -> ~seen.creation(); // not its negative: the least number has none
            default -> seen.end();
        };
        return reversed ? ~number : number;
    }

    /** Compares the ids of two tasks that have the same number. */
    int compareIds(long one, long other) {
        return reversed ? Long.compare(other, one) : Long.compare(one, other);
    }

    private static Comparator<Task> ascending(String key) throws Refusal {
        return switch (key) {
            case "id" -> comparingLong(Task::id);
            // A task that was there before the attach is older than every task with a known birth.
            case "age" -> comparing(Task::createdAt, nullsFirst(naturalOrder())).reversed();
            case "name" -> comparing(Task::name, nullsLast(String.CASE_INSENSITIVE_ORDER));
            case "kind" -> comparing(Task::kind, nullsLast(naturalOrder()));
            case "state" -> comparing(Task::state, nullsLast(naturalOrder()));
            case "site" -> comparing(Order::site, nullsLast(naturalOrder()));
            case "ended" -> comparing(Order::endedAt, nullsFirst(naturalOrder()));
            case "duration" -> comparing(Order::duration, nullsFirst(naturalOrder()));
            default -> throw Refusal.usage("can't sort by \"" + key + "\"",
                    "sort by id, age, name, kind, state, site, ended or duration, with a leading - to reverse");
        };
    }

    private static String site(Task task) {
        return task.site() == null ? null : task.site().toString();
    }

    private static Instant endedAt(Task task) {
        return task.ending() == null ? null : task.ending().at();
    }

    private static Duration duration(Task task) {
        Instant begun = task.startedAt() != null ? task.startedAt() : task.createdAt();
        return begun == null || endedAt(task) == null ? null : Duration.between(begun, endedAt(task));
    }
}
