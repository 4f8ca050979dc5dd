// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The endings, bounded by bytes: the oldest leave first; preserved ones have a share of their own. Those of Clew's own
 * tasks, one for each client that was there, never make another leave.
 *
 * <p><b>Threads</b>: Clew's own, under this object's lock. <b>Consistency</b>: an ending is either held whole or
 * counted as dropped.
 */
final class History {

    /** Clocks that go over their limit still tell which of two ends was later. */
    private static final Comparator<Ended> LATEST = new Comparator<>() {
        @Override
        public int compare(Ended a, Ended b) {
            return Long.signum(b.record().endedAt() - a.record().endedAt());
        }
    };

    private static final int LATE_BYTES = 256;
    /** So many of Clew's own are held. */
    static final int OWN = 200;

    private final Deque<Ended> ordinary = new ArrayDeque<>();
    private final Deque<Ended> own = new ArrayDeque<>();
    private final Map<String, Reserve> preserved = new HashMap<>();
    private final Map<Long, Ended> byId = new HashMap<>();
    private final Map<Long, LateError> late = new HashMap<>();
    private long budget;
    private long bytes;
    private long preservedBytes;
    private long dropped;
    private final BiConsumer<Ended, LateError> leaving;

    /** Holds at most this many bytes, up to half of them preserved. */
    History(long budget) {
        this(budget, (ended, error) -> { });
    }

    /** Holds at most this many bytes, and tells what leaves, with what was thrown after it or null. */
    History(long budget, BiConsumer<Ended, LateError> leaving) {
        this.budget = budget;
        this.leaving = leaving;
    }

    /** Changes the bound; what is over it leaves with the next ending. */
    synchronized void bound(long bytes) {
        budget = bytes;
    }

    synchronized void add(Ended ended) {
        byId.put(ended.id(), ended);
        bytes += ended.bytes();
        if (ended.preserved()) {
            preservedBytes += ended.bytes();
            Ended gone = preserved.computeIfAbsent(ended.pattern(), pattern -> new Reserve()).add(ended);
            if (gone != null) {
                preservedBytes -= gone.bytes();
                drop(gone);
            }
        } else if (ended.record().own()) {
            own.addLast(ended);
        } else {
            ordinary.addLast(ended);
        }
        fit();
    }

    /** Brings what is held within the bytes; the pattern that holds most of them gives way. */
    private void fit() {
        while (preservedBytes > budget / 2) {
            Ended gone = largest().shrink();
            preservedBytes -= gone.bytes();
            drop(gone);
        }
        while (own.size() > OWN || bytes > budget && !own.isEmpty()) {
            drop(own.removeFirst());
        }
        while (bytes > budget && !ordinary.isEmpty()) {
            drop(ordinary.removeFirst());
        }
    }

    private Reserve largest() {
        Reserve largest = null;
        for (Reserve reserve : preserved.values()) {
            largest = largest == null || reserve.bytes() > largest.bytes() ? reserve : largest;
        }
        return largest;
    }

    private void drop(Ended ended) {
        byId.remove(ended.id());
        bytes -= ended.bytes();
        LateError after = late.remove(ended.id());
        if (after != null) {
            bytes -= LATE_BYTES;
        }
        dropped++;
        leaving.accept(ended, after);
    }

    /** Makes the endings under a pattern ordinary ones, each in its place. */
    synchronized void release(String pattern) {
        Reserve reserve = preserved.remove(pattern);
        if (reserve == null) {
            return;
        }
        preservedBytes -= reserve.bytes();
        List<Ended> released = reserve.held().stream().map(Ended::ordinary).toList();
        released.forEach(ended -> byId.put(ended.id(), ended));
        List<Ended> all = latestFirst(ordinary, released);
        ordinary.clear();
        all.forEach(ordinary::addFirst);
        fit();
    }

    private static List<Ended> latestFirst(Collection<Ended> some, Collection<Ended> others) {
        List<Ended> all = new ArrayList<>(some.size() + others.size());
        all.addAll(some);
        all.addAll(others);
        all.sort(LATEST);
        return all;
    }

    /** Adds to an ending what its task threw after it; only the first such error is held. */
    synchronized void amend(long id, LateError error) {
        if (byId.containsKey(id) && late.putIfAbsent(id, error) == null) {
            bytes += LATE_BYTES;
            fit();
        }
    }

    /** Returns what a task threw after its end, or null. */
    synchronized LateError late(long id) {
        return late.get(id);
    }

    /** Visits what is held, in no order, with what was thrown after it or null. */
    synchronized void each(BiConsumer<Ended, LateError> visitor) {
        byId.forEach((id, ended) -> visitor.accept(ended, late.get(id)));
    }

    synchronized Ended get(long id) {
        return byId.get(id);
    }

    /** Returns what is held, newest first. */
    synchronized List<Ended> newestFirst() {
        List<Ended> reserved = new ArrayList<>(own);
        preserved.values().forEach(reserve -> reserved.addAll(reserve.held()));
        return latestFirst(ordinary, reserved);
    }

    /** Returns how many endings are held under a pattern. */
    synchronized int held(String pattern) {
        Reserve reserve = preserved.get(pattern);
        return reserve == null ? 0 : reserve.size();
    }

    /** Returns how many endings a pattern matched and are no longer held. */
    synchronized long letGo(String pattern) {
        Reserve reserve = preserved.get(pattern);
        return reserve == null ? 0 : reserve.letGo();
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
