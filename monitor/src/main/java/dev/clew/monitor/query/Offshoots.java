// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.model.Frame;
import dev.clew.model.Kind;
import dev.clew.model.answer.OriginTree;
import dev.clew.model.answer.OriginTree.Offshoot;
import dev.clew.monitor.Counts;
import dev.clew.monitor.Counts.Counted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** The tasks of a place with those of the places below it; places that are alike are one. */
final class Offshoots {

    private final int depth;
    private final Map<Label, Offshoots> children = new LinkedHashMap<>();
    private final Map<String, Long> captures = new HashMap<>();
    private final Set<Frame> sites = new HashSet<>();
    private Label label;
    private int places;
    private long live;
    private long created;
    private long below = -1;

    /** What tasks of one row have in common. */
    private record Label(Kind kind, String name, Frame site, String note) {}

    /** What was counted at one place, before it is known whether another one is alike. */
    private static final class Place {
        final List<Counted> counted = new ArrayList<>();
        final List<Place> below = new ArrayList<>();

        private <T> T common(Function<Counted, T> part) {
            T first = counted.isEmpty() ? null : part.apply(counted.get(0));
            return counted.stream().allMatch(each -> Objects.equals(part.apply(each), first)) ? first : null;
        }

        Label label() {
            return new Label(common(Counted::kind), common(Counted::name), common(Counted::site),
                    common(Counted::site) == null ? common(Counted::note) : null);
        }
    }

    private Offshoots(Offshoots parent) {
        this.depth = parent == null ? -1 : parent.depth + 1;
    }

    /** Returns the tree of what was counted. */
    static OriginTree tree(Counts counts, boolean system, int limit) {
        List<Place> places = new ArrayList<>();
        counts.parents().forEach(each -> places.add(new Place()));
        List<Place> roots = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            int parent = counts.parents().get(i);
            (parent < 0 ? roots : places.get(parent).below).add(places.get(i));
        }
        for (Counted each : counts.counted()) {
            if (system || !each.system()) {
                places.get(each.place()).counted.add(each);
            }
        }
        Offshoots root = new Offshoots(null);
        roots.forEach(root::add);
        List<Offshoot> rows = new ArrayList<>();
        long shown = root.write(rows, limit);
        return new OriginTree(counts.since(), root.below(), root.createdBelow(), root.below() - shown, rows);
    }

    /** Adds a place; one that has no tasks to be shown gives way to those below it. */
    private void add(Place place) {
        Offshoots at = this;
        if (!place.counted.isEmpty()) {
            Label wanted = place.label();
            at = children.computeIfAbsent(wanted, absent -> new Offshoots(this));
            at.label = wanted;
            at.places++;
            place.counted.forEach(at::count);
        }
        for (Place each : place.below) { // no deeper than places ever are
            at.add(each);
        }
    }

    private void count(Counted counted) {
        live += counted.live();
        created += counted.created();
        if (counted.site() != null) {
            sites.add(counted.site());
        }
        captures.merge(counted.capture().word(), counted.created(), Long::sum);
    }

    /** Returns how many tasks live here and further down, counted once: nothing is added any more. */
    private long below() {
        if (below < 0) {
            below = live;
            for (Offshoots child : children.values()) {
                below += child.below();
            }
        }
        return below;
    }

    private long createdBelow() {
        long sum = created;
        for (Offshoots child : children.values()) {
            sum += child.createdBelow();
        }
        return sum;
    }

    /** Writes the branches below this one as rows, as long as there is room, and returns how many tasks live in them. */
    private long write(List<Offshoot> rows, int limit) {
        long shown = 0;
        List<Offshoots> sorted = children.values().stream()
                .sorted(Comparator.comparingLong(Offshoots::below).reversed()
                        .thenComparing(Comparator.comparingLong(Offshoots::createdBelow).reversed()))
                .toList();
        for (Offshoots child : sorted) {
            if (rows.size() >= limit) {
                return shown;
            }
            rows.add(child.row());
            shown += child.live + child.write(rows, limit);
        }
        return shown;
    }

    private Offshoot row() {
        return new Offshoot(depth, places, label.kind(), label.name(), label.site(), sites.size(), live, created,
                below(), SiteRow.tallies(captures), label.note());
    }
}
