// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.monitor.Refusal;
import dev.clew.monitor.Source.Sighting;
import java.util.List;
import java.util.function.ToLongFunction;

/** A filter as people write it, for example {@code kind:pool -state:running age>10s (OrderJob or frame:com.acme.*)}. */
public final class Query {

    private static final int LONGEST = 10_000;

    private final String text;
    private final Condition tasks;
    private final List<Condition.Number> groups;
    private final int placeOfGroups;

    Query(String text, Condition tasks, List<Condition.Number> groups, int placeOfGroups) {
        this.text = text;
        this.tasks = tasks;
        this.groups = groups;
        this.placeOfGroups = placeOfGroups;
    }

    /**
     * Reads a filter.
     *
     * @param text the filter; null lets everything through
     * @param ended whether it is about ended tasks rather than live ones
     * @param grouped whether groups are asked for, so that it may ask how many tasks a group has
     * @throws Refusal if it means nothing; it points at the place
     */
    public static Query parse(String text, boolean ended, boolean grouped) throws Refusal {
        if (text != null && text.length() > LONGEST) {
            throw Refusal.usage("a filter has at most " + LONGEST + " characters", "write a shorter one");
        }
        Query query = new QueryParser(text == null ? "" : text, ended).parse();
        if (!grouped && !query.groups.isEmpty()) {
            throw Refusal.usage("count and live are about groups", "add --group-by, for example --group-by site")
                    .at(query.text, query.placeOfGroups);
        }
        return query;
    }

    /**
     * Reads a filter about sites.
     *
     * @throws Refusal if it means nothing; it points at the place
     */
    public static Query ofSites(String text) throws Refusal {
        return new QueryParser(text == null ? "" : text, false, true).parse();
    }

    /** Returns the text that it looks for if that is all it does, which any target understands; null otherwise. */
    public String plain() {
        boolean one = groups.isEmpty() && tasks instanceof Condition.All all && all.parts().size() == 1
                && all.parts().get(0) instanceof Condition.Anywhere;
        return one && !text.isBlank() && !wild() ? ((Condition.Anywhere) ((Condition.All) tasks).parts().get(0)).text()
                .text() : null;
    }

    private boolean wild() {
        return ((Condition.Anywhere) ((Condition.All) tasks).parts().get(0)).text().wild();
    }

    boolean holds(Sighting seen, Moment moment) {
        return tasks.holds(seen, moment);
    }

    /** Returns whether a site of which such numbers are known is let through. */
    boolean holds(ToLongFunction<Field> numbers) {
        return groups.stream().allMatch(each -> each.comparison()
                .holds(Long.compare(numbers.applyAsLong(each.field()), each.number())));
    }

    /** Returns whether a group of so many tasks is let through. */
    boolean holds(long count) {
        return groups.stream().allMatch(each -> each.comparison().holds(Long.compare(count, each.number())));
    }
}
