// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The endings that one pattern preserves: the first and the newest ones, because a series is understood from how it
 * began and how it goes on.
 *
 * <p><b>Threads</b>: under the lock of the history.
 */
final class Reserve {

    /** So many endings, from the first one on, stay. */
    static final int FIRST = 100;
    /** So many of the newest ones stay beside them. */
    static final int NEWEST = 1_000;

    private final Deque<Ended> first = new ArrayDeque<>();
    private final Deque<Ended> newest = new ArrayDeque<>();
    private boolean begun;
    private long firstBytes;
    private long newestBytes;
    private long letGo;

    /** Takes an ending in; returns the one that leaves for it, or null. */
    Ended add(Ended ended) {
        if (!begun) {
            first.addLast(ended);
            firstBytes += ended.bytes();
            begun = first.size() == FIRST;
            return null;
        }
        newest.addLast(ended);
        newestBytes += ended.bytes();
        return newest.size() > NEWEST ? removed() : null;
    }

    /** Lets one ending go to make room: the first ones never keep more bytes than the newest. */
    Ended shrink() {
        while (newestBytes < firstBytes || newest.isEmpty()) {
            begun = true;
            Ended moved = first.removeLast();
            firstBytes -= moved.bytes();
            newest.addFirst(moved);
            newestBytes += moved.bytes();
        }
        return removed();
    }

    private Ended removed() {
        Ended gone = newest.removeFirst();
        newestBytes -= gone.bytes();
        letGo++;
        return gone;
    }

    /** Returns what is held, oldest first. */
    List<Ended> held() {
        List<Ended> all = new ArrayList<>(first);
        all.addAll(newest);
        return all;
    }

    int size() {
        return first.size() + newest.size();
    }

    long bytes() {
        return firstBytes + newestBytes;
    }

    long letGo() {
        return letGo;
    }
}
