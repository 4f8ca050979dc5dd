// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.model.Frame;
import dev.clew.model.answer.GroupList;
import dev.clew.model.answer.GroupList.Group;
import dev.clew.model.answer.GroupList.Tally;
import dev.clew.monitor.Glimpse;
import dev.clew.monitor.Refusal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the tasks that go by, by what they have in common. */
final class Groups {

    /** More groups are made of more of the target's memory than an answer is worth. */
    static final int MOST = 20_000;

    private final Filter filter;
    private final Headcount count;
    private final Grouping grouping;
    private final Map<Optional<Object>, Members> groups = new HashMap<>();
    private long ungrouped;

    Groups(Filter filter, Grouping grouping) {
        this.filter = filter;
        this.count = new Headcount(filter);
        this.grouping = grouping;
    }

    void see(Glimpse seen) {
        if (count.matches(seen)) {
            add(seen);
        }
    }

    private void add(Glimpse seen) {
        Optional<Object> key = Optional.ofNullable(grouping.of(seen));
        Members members = groups.get(key);
        if (members == null && groups.size() == MOST) {
            ungrouped++;
            return;
        }
        if (members == null) {
            members = new Members();
            groups.put(key, members);
        }
        members.add(seen);
    }

    GroupList list(String sort, int limit, long dropped) throws Refusal {
        List<Group> all = groups.entrySet().stream()
                .filter(each -> filter.query().holds(each.getValue().count))
                .map(each -> each.getValue().group(each.getKey().orElse(null)))
                .sorted(order(sort)).limit(limit).toList();
        return new GroupList(grouping.by(), count.total(), count.matching(), groups.size(), all.size(), ungrouped,
                count.folded(), dropped, all);
    }

    private static Comparator<Group> order(String sort) throws Refusal {
        String given = sort == null || sort.isEmpty() ? "-count" : sort;
        boolean reversed = given.startsWith("-");
        Comparator<Group> order = switch (reversed ? given.substring(1) : given) {
            case "count" -> Comparator.comparingLong(Group::count);
            case "key" -> Comparator.comparing(Group::key, Comparator.nullsLast(String.CASE_INSENSITIVE_ORDER));
            case "age" -> Comparator.comparing(Group::oldestAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                    .reversed();
            default -> throw Refusal.usage("can't sort groups by \"" + given + "\"",
                    "sort them by count, key or age, with a leading - to reverse");
        };
        return (reversed ? order.reversed() : order).thenComparingLong(Group::oldest);
    }

    /** The tasks of one group, counted. */
    private static final class Members {

        private final Map<String, long[]> tally = new HashMap<>();
        private long count;
        private long oldest;
        private Instant oldestAt;
        private long newest;

        void add(Glimpse seen) {
            long id = seen.id();
            if (count++ == 0 || id < oldest) {
                oldest = id;
                oldestAt = seen.createdAt();
            }
            newest = Math.max(newest, id);
            String word = seen.tally();
            long[] known = tally.get(word);
            if (known == null) {
                known = new long[1];
                tally.put(word, known);
            }
            known[0]++;
        }

        Group group(Object key) {
            List<Tally> tallies = tally.entrySet().stream()
                    .map(each -> new Tally(each.getKey(), each.getValue()[0]))
                    .sorted(Comparator.comparingLong(Tally::count).reversed()
                            .thenComparing(Tally::word, Comparator.nullsLast(Comparator.naturalOrder())))
                    .toList();
            return new Group(key == null ? null : key.toString(), key instanceof Frame frame ? frame : null, count,
                    tallies, oldest, oldestAt, newest);
        }
    }
}
