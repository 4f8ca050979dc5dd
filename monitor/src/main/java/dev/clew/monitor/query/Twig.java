// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.model.Frame;
import dev.clew.model.Kind;
import dev.clew.model.Task;
import dev.clew.model.answer.GroupList.Tally;
import dev.clew.model.answer.TaskTree.Branch;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A branch while it grows: tasks that are alike, and what they created. */
final class Twig {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final Label label;
    private final Twig parent;
    private final int depth;
    private final Map<Label, Twig> children = new LinkedHashMap<>();
    private final Map<Optional<String>, Long> states = new HashMap<>();
    private Long first;
    private String name;
    private Instant oldestAt;
    private long count;
    private long below = -1;

    /** What tasks of one branch have in common. */
    private record Label(Kind kind, String name, Frame site, String note) {

        static Label of(Task task) {
            return new Label(task.kind(), pattern(task.name()), task.site(), Tree.ended(task) ? "ended" : null);
        }
    }

    private Twig(Label label, Twig parent) {
        this.label = label;
        this.parent = parent;
        this.depth = parent == null ? -1 : parent.depth + 1;
    }

    /** Returns what everything hangs from. */
    static Twig root() {
        return new Twig(null, null);
    }

    private static String pattern(String name) {
        return name == null ? null : DIGITS.matcher(name).replaceAll("*");
    }

    /** Returns the branch of a task that this one created; a lineage that is too long goes on beside its end. */
    Twig child(Task task) {
        if (depth + 1 >= Tree.DEEPEST) {
            return parent.child(task);
        }
        Label wanted = Label.of(task);
        Twig child = children.computeIfAbsent(wanted, absent -> new Twig(wanted, this));
        child.meet(task.id(), task.name(), task.createdAt());
        return child;
    }

    /** Returns the branch of a creator that is not known as a task. */
    Twig mark(Long task, String creator, String note) {
        var wanted = new Label(null, creator, null, note);
        Twig child = children.computeIfAbsent(wanted, absent -> new Twig(wanted, this));
        if (task != null) {
            child.meet(task, creator, null);
        }
        return child;
    }

    private void meet(long task, String called, Instant createdAt) {
        if (first == null || task < first) {
            oldestAt = createdAt;
        }
        name = first == null || called == null || called.equals(name) ? called : label.name();
        first = first == null ? task : Math.min(first, task);
    }

    /** Counts a task that hangs here. */
    void add(Task task) {
        count++;
        states.merge(Optional.ofNullable(task.state() == null ? null : task.state().word()), 1L, Long::sum);
    }

    /** Returns how many tasks hang here and further down, counted once: nothing is added any more. */
    private long below() {
        if (below < 0) {
            below = count;
            for (Twig child : children.values()) {
                below += child.below();
            }
        }
        return below;
    }

    /** Writes the branches below this one as rows, as long as there is room, and returns how many tasks they have. */
    long write(List<Branch> rows, int limit) {
        long shown = 0;
        List<Twig> sorted = children.values().stream()
                .sorted(Comparator.comparingLong(Twig::below).reversed()
                        .thenComparing(twig -> twig.first, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        for (Twig child : sorted) {
            if (rows.size() >= limit) {
                return shown;
            }
            rows.add(child.branch());
            shown += child.count + child.write(rows, limit);
        }
        return shown;
    }

    private Branch branch() {
        List<Tally> tally = states.entrySet().stream()
                .map(each -> new Tally(each.getKey().orElse(null), each.getValue()))
                .sorted(Comparator.comparingLong(Tally::count).reversed()
                        .thenComparing(Tally::word, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        return new Branch(depth, count, below(), first, label.kind(), name, label.site(), tally, oldestAt, label.note());
    }
}
