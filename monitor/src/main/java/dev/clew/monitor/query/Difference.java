// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.model.Frame;
import dev.clew.model.answer.GroupList;
import dev.clew.model.answer.GroupList.Group;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What changed between two counts of the live tasks.
 *
 * @param by what they were counted by
 * @param seconds the time between
 * @param before how many matched the filter first
 * @param after how many match it now
 * @param uncounted how many tasks were in no group, in both counts together: their changes are not known
 * @param changed how many groups grew or shrank
 * @param changes those groups, the largest growth first
 */
public record Difference(String by, double seconds, long before, long after, long uncounted, long changed,
        List<Change> changes) {

    /**
     * A group that grew or shrank.
     *
     * @param key what its tasks have in common; null if it is not known or there is none
     * @param site the frame, if they are grouped by it; null if not
     * @param before how many they were
     * @param after how many they are
     * @param change the difference
     */
    public record Change(String key, Frame site, long before, long after, long change) {}

    /** Returns the difference of two counts, of at most so many groups; 0 for all. */
    public static Difference of(GroupList before, GroupList after, double seconds, int limit) {
        Map<Optional<String>, Group> old = byKey(before);
        Map<Optional<String>, Group> now = byKey(after);
        List<Change> changes = Stream.concat(old.keySet().stream(), now.keySet().stream()).distinct()
                .map(key -> change(old.get(key), now.get(key)))
                .filter(change -> change.change() != 0)
                .sorted(Comparator.comparingLong(Change::change).reversed()
                        .thenComparing(Change::key, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        return new Difference(before.by(), seconds, before.matching(), after.matching(),
                before.ungrouped() + after.ungrouped(), changes.size(),
                limit > 0 && changes.size() > limit ? changes.subList(0, limit) : changes);
    }

    private static Map<Optional<String>, Group> byKey(GroupList list) {
        Map<Optional<String>, Group> groups = new HashMap<>();
        list.groups().forEach(group -> groups.put(Optional.ofNullable(group.key()), group));
        return groups;
    }

    private static Change change(Group old, Group now) {
        Group any = now == null ? old : now;
        long before = old == null ? 0 : old.count();
        long after = now == null ? 0 : now.count();
        return new Change(any.key(), any.site(), before, after, after - before);
    }
}
