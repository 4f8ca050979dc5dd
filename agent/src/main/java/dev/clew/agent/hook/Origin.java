// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.ref.WeakReference;
import java.util.Arrays;

/**
 * A place that tasks come from: the class of their work, below the place that the creating task itself came from.
 *
 * <p>Such a key is found without a stack. It <em>settles</em> when every stack that was taken for it was the same,
 * often enough; then its tasks share that stack, and one in a while is taken again to see whether it still holds. The
 * first stack that differs ends this: the key is captured in full until it has proven itself against a higher bar.
 *
 * <p><b>Threads</b>: any thread reads; the recorder alone adds up what was seen. <b>Consistency</b>: what was shared
 * before a differing stack came to light stays as it was handed out. <b>Cost</b>: two loads and a time for a settled
 * place.
 */
public final class Origin {

    /** So long after the last full stack the next task of a settled place takes one. */
    static final long RECHECK_NANOS = 10_000_000;
    /** Of the tasks of a long settled place, one in two to this power takes a full stack. */
    static final int RAREST = 10;
    private static final int MOST_FREQUENT = 3;
    private static final int HIGHEST_BAR = 1 << 20;
    private static final int RAISE = 8;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    final Origin parent;
    final byte kind;
    final int depth;
    /** The attachment of Clew that the tree belongs to. */
    final int session;
    /** Where its parent looks for it first. */
    final int hash;
    private final WeakReference<Class<?>> work;
    final OriginTable children = new OriginTable();
    /** What its tasks without a stack are counted under, newest first. */
    volatile Spot bare;

    /** What its tasks share; null while each takes its stack. */
    private volatile Creation shared;
    /** The numbers of the shared stack; 0 if they can't be read. */
    private long print;
    /** When a stack was last taken, by {@code System.nanoTime()}. */
    private volatile long checkedAt;
    /** One in two to this power of its tasks takes a full stack. */
    private volatile int rarity = MOST_FREQUENT;
    /** A stack that differs from the shared one was seen, and the recorder does not know yet. */
    private volatile boolean refuted;
    /** More than one stack has been seen. */
    private volatile boolean several;

    // the recorder's
    private StackTraceElement[] known;
    private int alike;
    private int bar;

    Origin(Origin parent, Class<?> work, byte kind, int bar) {
        this.parent = parent;
        this.kind = kind;
        this.work = work == null ? null : new WeakReference<>(work);
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.session = parent == null ? Recording.session : parent.session;
        this.hash = OriginTable.hash(work, kind);
        this.bar = bar;
    }

    /** Returns the place of the tasks that make its tasks; null if there is none. */
    public Origin parent() {
        return parent;
    }

    /** Whether this place is the one for work of a class. */
    boolean is(Class<?> type, byte sort) {
        return kind == sort && is(type);
    }

    boolean is(Class<?> type) {
        return type == null ? work == null : work != null && work.refersTo(type);
    }

    boolean isLike(Origin other) {
        return other != null && other.kind == kind
                && (work == null ? other.work == null : other.work != null && work.get() == other.work.get());
    }

    /** Whether the class of the work is gone. */
    boolean gone() {
        return work != null && work.refersTo(null);
    }

    /** Returns what a task that is made now shares, or null if it has to take its stack. */
    Creation shared(long now) {
        Creation settled = shared;
        return settled == null || now - checkedAt > RECHECK_NANOS || now * GOLDEN >>> Long.SIZE - rarity == 0
                ? null : settled;
    }

    /** Whether this place has shown several stacks and is not settled. */
    boolean several() {
        return several && shared == null;
    }

    /** Takes note of a stack before the recorder decodes it: one that differs is the end of sharing at once. */
    void taken(Snapshot stack, long now) {
        checkedAt = now;
        if (shared != null && print != 0 && Fingerprint.of(stack) != print) {
            refuted = true;
            shared = null;
        }
    }

    boolean hasChildren() {
        return !children.isEmpty();
    }

    /** Returns whether a stack was taken here since then. */
    boolean usedSince(long time) {
        return checkedAt - time > 0;
    }

    /** Adds a decoded creation to what is known of this place; the recorder's. */
    void seen(Creation creation, long numbers) {
        StackTraceElement[] stack = creation.stack;
        boolean same = known != null && (known == stack || Arrays.equals(known, stack));
        if (known != null && !same || refuted) {
            refute();
        }
        known = stack;
        alike++;
        if (shared != null) {
            rarity = rarity();
        } else if (alike >= bar && stack.length > 0) {
            settle(creation, numbers);
        }
    }

    private void refute() {
        shared = null;
        refuted = false;
        several = true;
        alike = 0;
        bar = bar > HIGHEST_BAR ? bar : Math.min(bar, HIGHEST_BAR / RAISE) * RAISE;
    }

    private void settle(Creation creation, long numbers) {
        Creation one = new Creation(Creation.SAMPLED, null, this);
        one.stack = known;
        one.work = creation.work;
        one.marked = creation.marked;
        print = numbers;
        rarity = rarity();
        shared = one;
    }

    /** The more evidence, the rarer a check: one in eight after 32 stacks alike, one in 1,024 after 4,096. */
    private int rarity() {
        int power = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(Math.max(1, alike));
        return Math.max(MOST_FREQUENT, Math.min(RAREST, power - 2));
    }

    /** Lets go of everything. */
    void clear() {
        shared = null;
        known = null;
        bare = null;
        children.clear();
    }
}
