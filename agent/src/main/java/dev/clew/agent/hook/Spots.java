// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * All spots of the present attachment, and what was counted under them.
 *
 * <p><b>Threads</b>: any thread adds one; the rest is Clew's, under the lock of all lanes. <b>Cost</b>: summing up costs
 * some nanoseconds for each spot and lane that met, and stops nobody.
 */
public final class Spots {

    /** So many are told apart; what is new beyond that is counted under one. */
    static final int MOST = 20_000;
    private static final int CELL_BYTES = 400;
    private static final int SPOT_BYTES = 420;

    private static final AtomicReference<Spot> NEWEST = new AtomicReference<>();
    private static final AtomicInteger COUNT = new AtomicInteger();
    /** Stands for all that are too many, and for the tasks of which it was not found out in time where they belong. */
    static volatile Spot other;
    static volatile Spot unplaced;

    static {
        begin();
    }

    private Spots() {}

    /** Begins anew. */
    static void begin() {
        NEWEST.set(null);
        COUNT.set(0);
        Unplaced.begin();
        Tally.CELLS.set(0);
        other = registered(new Spot(Origins.beyond, (byte) -1, Spot.OTHER, false, null, null, null));
        unplaced = registered(new Spot(Origins.beyond, (byte) -1, Spot.UNPLACED, false, null, null, null));
    }

    private static Spot registered(Spot spot) {
        Spot head;
        do {
            head = NEWEST.get();
            spot.next = head;
        } while (!NEWEST.compareAndSet(head, spot));
        COUNT.incrementAndGet();
        return spot;
    }

    /** Returns a new spot, or the one that stands for all others. */
    static Spot added(Spot fresh) {
        return COUNT.get() >= MOST ? other : registered(fresh);
    }

    /** Returns a new spot, or the one that stands for all others. */
    public static Spot of(TaskRecord record, boolean hidden, StackTraceElement site, String work) {
        Creation creation = record.creation;
        return added(new Spot(creation.origin, record.kind, creation.capture, hidden, site, work, null));
    }

    /** Returns the spot of a task; null if it is not known. */
    public static Spot of(TaskRecord record) {
        return record.creation.spot;
    }

    /** Returns the place that a task comes from. */
    public static Origin origin(TaskRecord record) {
        return record.creation.origin;
    }

    /** Tells where tasks of a creation are counted from now on. */
    public static void place(TaskRecord record, Spot spot) {
        record.creation.spot = spot;
    }

    /** Counts a creation that the hook did not. */
    public static void created(Spot spot) {
        synchronized (Lanes.class) {
            spot.past.created++;
        }
    }

    /** Counts an end that the hook did not. */
    public static void ended(Spot spot, Unplaced end) {
        synchronized (Lanes.class) {
            if (end.outcome != Cell.ABSORBED) {
                spot.past.took(end.record);
            }
            spot.past.ended(end.outcome, 1);
        }
    }

    /** Counts an end with another outcome than it was counted with. */
    public static void corrected(Spot spot, int from, int to) {
        synchronized (Lanes.class) {
            spot.past.ended(from, -1);
            spot.past.ended(to, 1);
        }
    }

    /**
     * Sums up what was counted.
     *
     * @param timed the lengths of time, too
     */
    public static List<Count> counts(boolean timed) {
        synchronized (Lanes.class) {
            List<Count> counts = new ArrayList<>(COUNT.get());
            each(spot -> counts.add(spot.sum = new Count(spot, timed)));
            lanes(Count::ends);
            VarHandle.acquireFence(); // ends are read before creations, so that no task has ended that was not made
            counts.forEach(Count::creations);
            lanes(Count::creations);
            counts.forEach(count -> count.spot.sum = null);
            return counts;
        }
    }

    private static void lanes(BiConsumer<Count, Cell> part) {
        Lanes.tallies(tally -> tally.each(cell -> {
            if (cell.spot.sum != null) { // a spot of this very moment has to wait
                part.accept(cell.spot.sum, cell);
            }
        }));
    }

    private static void each(Consumer<Spot> visitor) {
        for (Spot spot = NEWEST.get(); spot != null; spot = spot.next) {
            visitor.accept(spot);
        }
    }

    /** Bounds what lanes may take for themselves; beyond that they share. */
    public static void bound(long bytes) {
        Tally.most = (int) Math.min(1 << 20, bytes / CELL_BYTES);
    }

    /** Returns an estimate of the bytes held. */
    public static long bytes() {
        return Tally.CELLS.get() * (long) CELL_BYTES + COUNT.get() * (long) SPOT_BYTES;
    }
}
