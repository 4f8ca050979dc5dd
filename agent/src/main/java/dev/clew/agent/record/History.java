// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The endings, bounded by bytes: the oldest leave first, preserved ones last.
 *
 * <p><b>Threads</b>: Clew's own, under this object's lock. <b>Consistency</b>: an ending is either held whole or
 * counted as dropped.
 */
final class History {

    private final Deque<Ended> ordinary = new ArrayDeque<>();
    private final Deque<Ended> preserved = new ArrayDeque<>();
    private final Map<Long, Ended> byId = new HashMap<>();
    private long budget;
    private long bytes;
    private long preservedBytes;
    private long dropped;

    /** Holds at most this many bytes, up to half of them preserved. */
    History(long budget) {
        this.budget = budget;
    }

    /** Changes the bound; what is over it leaves with the next ending. */
    synchronized void bound(long bytes) {
        budget = bytes;
    }

    synchronized void add(Ended ended) {
        byId.put(ended.id(), ended);
        bytes += ended.bytes();
        if (ended.preserved()) {
            preserved.addLast(ended);
            preservedBytes += ended.bytes();
        } else {
            ordinary.addLast(ended);
        }
        while (preservedBytes > budget / 2) {
            preservedBytes -= preserved.peekFirst().bytes();
            drop(preserved.removeFirst());
        }
        while (bytes > budget && !ordinary.isEmpty()) {
            drop(ordinary.removeFirst());
        }
    }

    private void drop(Ended ended) {
        byId.remove(ended.id());
        bytes -= ended.bytes();
        dropped++;
    }

    synchronized Ended get(long id) {
        return byId.get(id);
    }

    /** Returns what is held, newest first. */
    synchronized List<Ended> newestFirst() {
        List<Ended> all = new ArrayList<>(byId.size());
        var ordinaries = ordinary.descendingIterator();
        var others = preserved.descendingIterator();
        Ended a = next(ordinaries);
        Ended b = next(others);
        while (a != null || b != null) {
            if (b == null || a != null && a.record().endedAt - b.record().endedAt >= 0) {
                all.add(a);
                a = next(ordinaries);
            } else {
                all.add(b);
                b = next(others);
            }
        }
        return all;
    }

    private static Ended next(java.util.Iterator<Ended> iterator) {
        return iterator.hasNext() ? iterator.next() : null;
    }

    synchronized int size() {
        return byId.size();
    }

    synchronized long bytes() {
        return bytes;
    }

    synchronized long dropped() {
        return dropped;
    }
}
