// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The places below one place, by the identity of a class.
 *
 * <p><b>Threads</b>: any thread reads and adds; one of Clew sweeps. <b>Consistency</b>: two threads may each add a
 * place for the same class while the table grows; both work, each with half of the evidence. <b>Cost</b>: an
 * identity hash and mostly one slot.
 */
final class OriginTable {

    private static final AtomicReferenceArray<Origin> EMPTY = new AtomicReferenceArray<>(1);
    private static final int SMALLEST = 4;

    private volatile AtomicReferenceArray<Origin> slots = EMPTY;

    /** Returns the place for work of a class, or null. */
    Origin find(Class<?> work, byte kind) {
        AtomicReferenceArray<Origin> table = slots;
        int mask = table.length() - 1;
        int at = hash(work, kind);
        for (int i = 0; i <= mask; i++) {
            Origin origin = table.get(at + i & mask);
            if (origin == null || origin.is(work, kind)) {
                return origin;
            }
        }
        return null;
    }

    /** Adds a place unless another thread was quicker; returns the one that is there. */
    Origin add(Origin fresh) {
        AtomicReferenceArray<Origin> table = slots;
        int mask = table.length() - 1;
        for (int i = 0; i < table.length() / 2; i++) {
            int slot = fresh.hash + i & mask;
            if (table.compareAndSet(slot, null, fresh)) {
                return fresh;
            }
            if (fresh.isLike(table.get(slot))) {
                return table.get(slot);
            }
        }
        slots = grown(table, fresh);
        return fresh;
    }

    private static AtomicReferenceArray<Origin> grown(AtomicReferenceArray<Origin> old, Origin fresh) {
        AtomicReferenceArray<Origin> larger =
                new AtomicReferenceArray<>(Math.max(SMALLEST, old.length() * 2));
        for (int i = 0; i < old.length(); i++) {
            Origin origin = old.get(i);
            if (origin != null && !origin.gone()) {
                put(larger, origin);
            }
        }
        put(larger, fresh);
        return larger;
    }

    private static void put(AtomicReferenceArray<Origin> table, Origin origin) {
        int mask = table.length() - 1;
        for (int i = 0; i <= mask; i++) {
            if (table.get(origin.hash + i & mask) == null) {
                table.set(origin.hash + i & mask, origin);
                return;
            }
        }
    }

    static int hash(Class<?> work, byte kind) {
        return System.identityHashCode(work) + kind;
    }

    /** Visits the places. */
    void each(Consumer<Origin> visitor) {
        AtomicReferenceArray<Origin> table = slots;
        for (int i = 0; i < table.length(); i++) {
            Origin origin = table.get(i);
            if (origin != null) {
                visitor.accept(origin);
            }
        }
    }

    /** Removes places; returns how many are left. What another thread adds meanwhile may be lost, and be made anew. */
    int sweep(Predicate<Origin> over) {
        int[] counts = new int[2];
        each(origin -> counts[over.test(origin) ? 1 : 0]++);
        if (counts[1] > 0) {
            int size = SMALLEST;
            while (size < counts[0] * 2) {
                size *= 2;
            }
            AtomicReferenceArray<Origin> smaller = new AtomicReferenceArray<>(size);
            each(origin -> {
                if (!over.test(origin)) {
                    put(smaller, origin);
                }
            });
            slots = smaller;
        }
        return counts[0];
    }

    boolean isEmpty() {
        return slots == EMPTY;
    }

    void clear() {
        slots = EMPTY;
    }
}
