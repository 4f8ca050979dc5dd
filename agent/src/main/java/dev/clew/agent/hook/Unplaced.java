// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The creations and ends that the recorder counts, because it was not known where they belong when they happened.
 *
 * <p><b>Threads</b>: any thread adds, the recorder takes. <b>Consistency</b>: of one task the creation is added before
 * the end, so who takes ends first finds the creations of them all. <b>Cost</b>: beside a stack, which the creation
 * took, next to nothing: a small object and a compare-and-set.
 */
public final class Unplaced {

    /** The task. */
    public final TaskRecord record;
    /** How it ended, or {@link #MADE}. */
    public final int outcome;
    private Unplaced next;

    /** {@link #outcome} of a creation. */
    public static final int MADE = -1;

    private static final int MOST_SIBLINGS = 16;
    private static final AtomicReference<Unplaced> CREATIONS = new AtomicReference<>();
    private static final AtomicReference<Unplaced> ENDS = new AtomicReference<>();
    private static final AtomicInteger WAITING = new AtomicInteger();

    private Unplaced(TaskRecord record, int outcome) {
        this.record = record;
        this.outcome = outcome;
    }

    /** Returns the spot of a task without a known one if it can be told now; if not, the recorder counts the task. */
    static Spot made(TaskRecord record, TaskRecord parent) {
        Creation creation = record.creation;
        if (creation.capture == Creation.THROTTLED && parent != null && parent.creation.spot != null) {
            creation.spot = bare(creation.origin, record, parent.creation.spot);
            return creation.spot;
        }
        if (WAITING.get() > Creations.backlog) { // the recorder is behind
            record.creation = creation.under(Spots.unplaced);
            return Spots.unplaced;
        }
        WAITING.incrementAndGet();
        push(CREATIONS, new Unplaced(record, MADE));
        return null;
    }

    /** Returns the spot of tasks without a stack of their own: what stands for them is their creator's site. */
    private static Spot bare(Origin origin, TaskRecord record, Spot via) {
        int siblings = 0;
        for (Spot spot = origin.bare; spot != null; spot = spot.sibling) {
            if (spot.via == via && spot.kind == record.kind && spot.hidden == record.own()) {
                return spot;
            }
            siblings++;
        }
        if (siblings >= MOST_SIBLINGS) {
            return Spots.unplaced;
        }
        Spot fresh = Spots.added(new Spot(origin, record.kind, Creation.THROTTLED, record.own(), via.site, null, via));
        if (fresh.via == via) {
            fresh.sibling = origin.bare; // one that another thread adds meanwhile is made anew
            origin.bare = fresh;
        }
        return fresh;
    }

    /** Has the recorder count the end of a task. */
    static void over(TaskRecord record, int outcome) {
        push(ENDS, new Unplaced(record, outcome));
    }

    private static void push(AtomicReference<Unplaced> queue, Unplaced fresh) {
        Unplaced head;
        do {
            head = queue.get();
            fresh.next = head;
        } while (!queue.compareAndSet(head, fresh));
    }

    /** Takes the ends so far, linked by {@link #next}. */
    public static Unplaced takeEnds() {
        return ENDS.getAndSet(null);
    }

    /** Takes the creations so far, oldest first, linked by {@link #next}. */
    public static Unplaced takeCreations() {
        Unplaced oldest = null;
        int count = 0;
        for (Unplaced each = CREATIONS.getAndSet(null); each != null; count++) {
            Unplaced older = each.next;
            each.next = oldest;
            oldest = each;
            each = older;
        }
        WAITING.addAndGet(-count);
        return oldest;
    }

    /** Returns the one after this, or null. */
    public Unplaced next() {
        return next;
    }

    /** Forgets what waits. */
    static void begin() {
        CREATIONS.set(null);
        ENDS.set(null);
        WAITING.set(0);
    }
}
