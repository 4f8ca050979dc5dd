// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

import dev.clew.it.harness.Arrival;
import dev.clew.model.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds every planned task among those that Clew tells of, round by round, and compares it with the truth. */
final class Comparison {

    private static final int SHOWN = 3;

    private final List<Truth> truths;
    private final Evidence evidence;
    private final Arrival arrival;
    private final Set<Long> claimed = new HashSet<>();
    private final List<Difference> differences = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private long compared;

    private Comparison(List<Truth> truths, Evidence evidence, Arrival arrival) {
        this.truths = truths;
        this.evidence = evidence;
        this.arrival = arrival;
    }

    /** Compares what Clew says of so many complete rounds with the truth. */
    static Verdict of(List<Truth> truths, Evidence evidence, Arrival arrival, int rounds) {
        var comparison = new Comparison(truths, evidence, arrival);
        comparison.compare(rounds);
        return new Verdict(comparison.compared, evidence.sampled(), List.copyOf(comparison.unknown),
                List.copyOf(comparison.differences));
    }

    /** Compares what Clew says of the live tasks of a round that is held at the gate. */
    static Verdict ofLive(List<Truth> truths, Evidence evidence, Arrival arrival, Plan plan) {
        Set<Integer> held = new HashSet<>();
        for (Node node : plan.nodes()) {
            for (Node at = node.lingers ? node : null; at != null; at = at.parent) {
                held.add(at.id);
            }
        }
        List<Truth> alive = truths.stream().filter(truth -> held.contains(truth.node()) && !truth.isThreadOfAnother())
                .map(Truth::alive).toList();
        var comparison = new Comparison(alive, evidence, arrival);
        comparison.main().ifPresent(main -> comparison.matching(truths.get(0), evidence.madeBy(main)).stream()
                .filter(root -> root.ending() == null).forEach(root -> comparison.round(main, root)));
        if (comparison.compared != held.size()) {
            comparison.check("round", "number of held tasks", held.size(), comparison.compared);
        }
        return new Verdict(0, 0, comparison.unknown, comparison.differences);
    }

    private Optional<Task> main() {
        List<Task> mains = evidence.tasks().stream().filter(task -> task.name().equals("main")).toList();
        if (mains.size() != 1) {
            differences.add(new Difference("main", "thread", "one", mains.toString()));
        }
        return mains.stream().findFirst();
    }

    private void compare(int rounds) {
        main().ifPresent(main -> compare(main, rounds));
    }

    private void compare(Task main, int rounds) {
        String relation = arrival == Arrival.LATE ? "unknown before attach" : "root null";
        check("main", "parent", relation, main.parent().relation() + " " + main.parent().reason());
        List<Task> roots = matching(truths.get(0), evidence.madeBy(main));
        check("main", "number of rounds", rounds, roots.size());
        roots.forEach(root -> round(main, root));
        strays();
    }

    private void round(Task main, Task root) {
        Map<Integer, Task> places = new HashMap<>();
        Map<Truth, Task> found = new HashMap<>();
        for (Truth truth : truths) {
            Task parent = truth.parent() < 0 ? main : places.get(truth.parent());
            Task task = truth.parent() < 0 ? root : parent == null ? null : find(truth, parent);
            if (task != null) {
                claimed.add(task.id());
                found.put(truth, task);
                if (!truth.isThreadOfAnother()) {
                    places.put(truth.node(), task);
                }
            }
        }
        var portrait = new Portrait(truths, places, main, evidence, arrival);
        found.forEach((truth, task) -> {
            compared++;
            portrait.compare(truth, task, differences, unknown);
        });
    }

    private Task find(Truth truth, Task parent) {
        List<Task> matching = matching(truth, evidence.madeBy(parent));
        if (matching.isEmpty()) {
            missing(truth, parent);
            return null;
        }
        if (matching.size() > 1) {
            differences.add(new Difference(truth.label(), "task", "made once by task " + parent.id(),
                    "made " + matching.size() + " times: " + brief(matching)));
        }
        return matching.get(0);
    }

    private List<Task> matching(Truth truth, List<Task> tasks) {
        List<Task> exact = tasks.stream().filter(task -> task.name().equals(truth.name()) && isMadeAt(task, truth))
                .toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        return tasks.stream().filter(task -> !claimed.contains(task.id()) && (task.name().equals(truth.name())
                && truth.hasNameOfItsOwn() || task.kind() == truth.kind() && isMadeAt(task, truth)
                && !task.name().matches("[TW]\\d+"))).toList();
    }

    private static boolean isMadeAt(Task task, Truth truth) {
        return task.site() != null && truth.site().equals(task.site().className() + "." + task.site().method());
    }

    private void missing(Truth truth, Task parent) {
        List<Task> elsewhere = evidence.tasks().stream().filter(task -> !claimed.contains(task.id()))
                .filter(task -> isMadeAt(task, truth) || truth.hasNameOfItsOwn() && task.name().equals(truth.name()))
                .sorted(Comparator.comparing(Task::id).reversed()).limit(SHOWN).toList();
        if (elsewhere.stream().anyMatch(task -> task.parent().relation().equals("unknown"))) {
            unknown.add(truth.label() + ": its parent is unknown: " + elsewhere.get(0).parent().reason());
            return;
        }
        differences.add(new Difference(truth.label(), "parent", "task " + parent.id() + " " + parent.name(),
                elsewhere.isEmpty() ? "no such task; dropped endings: " + evidence.dropped() : brief(elsewhere)));
    }

    private static String brief(List<Task> tasks) {
        return String.join(", ", tasks.stream().limit(SHOWN).map(task -> task.id() + " " + task.kind() + " "
                + task.name() + " at " + (task.site() == null ? null : task.site().brief()) + " of " + task.parent())
                .toList());
    }

    private void strays() {
        evidence.tasks().stream().filter(task -> !claimed.contains(task.id()))
                .filter(task -> task.name().matches("(.* )?(N\\d+|[TW][1-9]\\d*)"))
                .forEach(task -> differences.add(new Difference(task.name(), "task", "not there",
                        brief(List.of(task)))));
    }

    private void check(String node, String what, Object expected, Object got) {
        if (!Objects.equals(expected, got)) {
            differences.add(new Difference(node, what, String.valueOf(expected), String.valueOf(got)));
        }
    }
}
