// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.model.Victim;
import dev.clew.monitor.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Keeps the newest and the first of many victims, and some that still run; counts the rest. */
final class Selection {

    /** So many of each are kept. */
    static final int MOST = 50;

    private final List<Victim> running = new ArrayList<>();
    private final List<Victim> newest = new ArrayList<>();
    private final Deque<Victim> first = new ArrayDeque<>();
    private long left;

    /** Takes a victim that is older than those before it. */
    void add(Victim victim) {
        if (victim.running() && running.size() < MOST) {
            running.add(victim);
        } else if (newest.size() < MOST) {
            newest.add(victim);
        } else {
            first.addLast(victim);
            if (first.size() > MOST) {
                first.removeFirst();
                leave();
            }
        }
    }

    /** Counts a victim that is not kept. */
    void leave() {
        left++;
    }

    /** Returns what was kept together with others, first to last. */
    Source.Victims with(Collection<Victim> others) {
        List<Victim> all = new ArrayList<>(others);
        all.addAll(running);
        all.addAll(newest);
        all.addAll(first);
        all.sort(Comparator.comparing(Victim::at).thenComparing(Victim::task));
        return new Source.Victims(List.copyOf(all), left);
    }
}
