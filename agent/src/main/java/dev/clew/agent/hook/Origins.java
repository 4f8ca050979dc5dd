// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * The tree of places that tasks come from.
 *
 * <p><b>Threads</b>: any. <b>Consistency</b>: what runs in circles, a task that makes the next of its sort, is one
 * place and not a chain. <b>Cost</b>: at most {@value #MOST} places; beyond that, what is new takes its stack each time.
 */
final class Origins {

    /** So many places are told apart. */
    static final int MOST = 100_000;
    private static final int CROWDED = MOST / 10 * 9;
    private static final int DEEPEST = 64;
    private static final int LONGEST_CIRCLE = 4;
    /** A bar that nothing gets over. */
    private static final int NEVER = Integer.MAX_VALUE;
    /** So many times as much evidence is asked for where the class tells little. */
    private static final int RAISE = 8;
    private static final byte NEITHER = -1;

    /** So many equal stacks settle a place. */
    static volatile int bar = 32;
    /** What the JVM made, or what was there before Clew. */
    static volatile Origin root = new Origin(null, null, NEITHER, NEVER);
    /** Stands for all places beyond the bound. */
    static volatile Origin beyond = new Origin(null, null, NEITHER, NEVER);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Origins() {}

    /** Returns the place of tasks with this work that are made by a task from that place. */
    static Origin of(Origin parent, Class<?> work, byte kind) {
        Origin known = parent.children.find(work, kind);
        return known != null ? known : added(parent, work, kind);
    }

    private static Origin added(Origin parent, Class<?> work, byte kind) {
        if (parent == beyond || parent.depth >= DEEPEST || COUNT.get() >= MOST) {
            return beyond;
        }
        Origin fresh = new Origin(parent, work, kind, bar(work, kind));
        Origin circle = circle(fresh);
        if (circle != null) {
            return circle;
        }
        Origin there = parent.children.add(fresh);
        if (there == fresh) {
            COUNT.incrementAndGet();
        }
        return there;
    }

    /**
     * Returns how many equal stacks settle a place: none where a stack is cheap beside a task, and more where the class
     * tells little, because the JDK uses one of its own for work from everywhere.
     */
    private static int bar(Class<?> work, byte kind) {
        boolean telling = work != null && (work.getClassLoader() != null || work.isHidden());
        return kind == TaskRecord.THREAD || bar == NEVER ? NEVER : telling ? bar : Math.min(NEVER / RAISE, bar) * RAISE;
    }

    /** Returns the place that a fresh one repeats, if the last few steps go the same way as those before them. */
    private static Origin circle(Origin fresh) {
        Origin earlier = fresh.parent;
        for (int length = 1; length <= LONGEST_CIRCLE && earlier != null; length++) {
            if (repeats(fresh, earlier, length)) {
                return earlier;
            }
            earlier = earlier.parent;
        }
        return null;
    }

    private static boolean repeats(Origin later, Origin earlier, int length) {
        Origin a = later;
        Origin b = earlier;
        for (int i = 0; i <= length; i++) {
            if (b == null || b.parent == null || !a.isLike(b)) {
                return false;
            }
            a = a.parent;
            b = b.parent;
        }
        return true;
    }

    /** Returns how many places there are. */
    static int count() {
        return COUNT.get();
    }

    /** Takes out the places whose classes are gone and, if there are very many, those not used since then. */
    static void sweep(long since) {
        boolean crowded = COUNT.get() > CROWDED;
        COUNT.set(sweep(root, origin -> origin.gone() || crowded && !origin.usedSince(since) && !origin.hasChildren(),
                DEEPEST));
    }

    private static int sweep(Origin origin, Predicate<Origin> over, int depth) {
        int[] left = {origin.children.sweep(over)};
        if (depth > 0) {
            origin.children.each(child -> left[0] += child.parent == origin ? sweep(child, over, depth - 1) : 0);
        }
        return left[0];
    }

    /** Begins anew: places settle after so many equal stacks; 0 for never. */
    static void begin(int stacks) {
        Origin old = root;
        bar = stacks == 0 ? NEVER : stacks;
        root = new Origin(null, null, NEITHER, NEVER);
        beyond = new Origin(null, null, NEITHER, NEVER);
        COUNT.set(0);
        clear(old, DEEPEST);
    }

    private static void clear(Origin origin, int depth) {
        if (depth > 0 && origin.hasChildren()) {
            origin.children.each(child -> clear(child, depth - 1));
        }
        origin.clear();
    }
}
