// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

import dev.clew.model.Frame;
import dev.clew.model.Kind;
import dev.clew.model.Task;
import dev.clew.model.answer.GroupList.Tally;
import dev.clew.model.answer.SiteList;
import dev.clew.model.answer.SiteList.SiteCount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares what Clew counted with the plan, and with the tasks that it tells of one by one. */
final class Numbers {

    private final Map<Key, SiteCount> told = new HashMap<>();
    private final List<Difference> differences = new ArrayList<>();

    private record Key(Frame site, Kind kind) {}

    private record Place(String site, Kind kind) {}

    private Numbers(SiteList sites) {
        sites.sites().forEach(each -> told.put(new Key(each.site(), each.kind()), each));
    }

    /** Compares the counts with the lists of live and ended tasks, of which none may have been dropped. */
    static Verdict ofTasks(SiteList sites, Evidence evidence) {
        var numbers = new Numbers(sites);
        Map<Key, List<Task>> bySite = evidence.tasks().stream().filter(task -> task.site() != null)
                .collect(Collectors.groupingBy(task -> new Key(task.site(), task.kind())));
        if (evidence.dropped() > 0) {
            numbers.check("history", "dropped endings", 0, evidence.dropped());
        }
        bySite.forEach(numbers::tasks);
        numbers.told.keySet().stream().filter(key -> key.site() != null && !bySite.containsKey(key))
                .forEach(key -> numbers.check(key.toString(), "created", 0, numbers.told.get(key).created()));
        return new Verdict(0, 0, List.of(), numbers.differences);
    }

    private void tasks(Key key, List<Task> tasks) {
        SiteCount count = told.get(key);
        if (count == null) {
            check(key.toString(), "count", tasks.size(), null);
            return;
        }
        check(key.toString(), "created", (long) tasks.size(), count.created());
        check(key.toString(), "live", tasks.stream().filter(task -> task.ending() == null).count(), count.live());
        check(key.toString(), "outcomes", outcomes(tasks), told(count));
        check(key.toString(), "unobserved",
                tasks.stream().filter(task -> task.ending() != null && task.ending().unobserved()).count(),
                count.unobserved());
    }

    private static Map<String, Long> outcomes(List<Task> tasks) {
        return tasks.stream().filter(task -> task.ending() != null)
                .collect(Collectors.groupingBy(task -> task.ending().outcome().word(), TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> told(SiteCount count) {
        return count.outcomes().stream().collect(Collectors.toMap(Tally::word, Tally::count, Long::sum, TreeMap::new));
    }

    /** Compares the counts with what was planned and made so many times. */
    static Verdict ofPlan(SiteList sites, List<Truth> truths, Evidence evidence, int rounds) {
        var numbers = new Numbers(sites);
        Set<String> streams = evidence.steps().values().stream().map(task -> place(task.site()))
                .collect(Collectors.toSet()); // into how many parts one is forked is its own affair
        Map<Place, List<Truth>> planned = truths.stream()
                .collect(Collectors.groupingBy(truth -> new Place(truth.site(), truth.kind())));
        planned.forEach((place, made) -> {
            if (!streams.contains(place.site()) && !joined(place, made, evidence)) {
                numbers.planned(place, made, rounds);
            }
        });
        return new Verdict(0, 0, List.of(), numbers.differences);
    }

    /** Whether the JDK makes a task of its own at a place, as a time limit of a future does, of the same kind. */
    private static boolean joined(Place place, List<Truth> made, Evidence evidence) {
        Set<String> names = made.stream().map(Truth::name).collect(Collectors.toSet());
        return evidence.tasks().stream().anyMatch(task -> task.kind() == place.kind()
                && place.site().equals(place(task.site())) && !names.contains(task.name()));
    }

    private void planned(Place place, List<Truth> made, int rounds) {
        List<SiteCount> counts = told.values().stream()
                .filter(each -> place.kind() == each.kind() && place.site().equals(place(each.site()))).toList();
        check(place.toString(), "created", (long) made.size() * rounds,
                counts.stream().mapToLong(SiteCount::created).sum());
        if (made.stream().anyMatch(Truth::isThreadOfAnother)) {
            return;
        }
        check(place.toString(), "live", made.stream().filter(truth -> !truth.ends()).count() * rounds,
                counts.stream().mapToLong(SiteCount::live).sum());
        if (made.stream().allMatch(truth -> !truth.ends() || truth.outcome() != null)) {
            Map<String, Long> expected = made.stream().filter(Truth::ends).collect(Collectors.groupingBy(
                    truth -> truth.outcome().word(), TreeMap::new, Collectors.summingLong(truth -> rounds)));
            Map<String, Long> got = new TreeMap<>();
            counts.forEach(count -> told(count).forEach((word, number) -> got.merge(word, number, Long::sum)));
            check(place.toString(), "outcomes", expected, got);
        }
    }

    private static String place(Frame frame) {
        return frame == null ? null : frame.className() + "." + frame.method();
    }

    private void check(String node, String what, Object expected, Object got) {
        if (!Objects.equals(expected, got)) {
            differences.add(new Difference(node, what, String.valueOf(expected), String.valueOf(got)));
        }
    }
}
