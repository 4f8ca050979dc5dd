// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Counts tasks by their spot on behalf of one lane.
 *
 * <p>Where the spot of a task is not known yet, as its stack is not decoded, the recorder counts it, see
 * {@link Unplaced}.
 *
 * <p><b>Threads</b>: the lane's thread writes, the recorder reads. <b>Consistency</b>: each creation and each end is
 * counted once, by whichever thread it happens on; only the sum over all lanes means something. <b>Cost</b>: two loads
 * and a store for the spot that was counted last, a look into a small table for another; at an end two more for the
 * lengths of time.
 */
final class Tally {

    private static final int SMALLEST = 8;
    private static final int LARGEST = 1 << 11;
    private static final Cell NONE = new Cell(null);
    /** How many cells there are, and may be. */
    static final AtomicInteger CELLS = new AtomicInteger();
    static volatile int most = 5_000;

    private volatile Cell[] cells = new Cell[SMALLEST];
    private int used;
    private Cell last = NONE;

    /** Counts a task that is being made by another one; null if none is known to. */
    void created(TaskRecord record, TaskRecord parent) {
        Spot spot = record.creation.spot;
        if (spot == null) {
            spot = Unplaced.made(record, parent);
            if (spot == null) {
                return;
            }
        }
        Cell cell = cell(spot);
        if (cell != null) {
            cell.created++;
        } else {
            spot.overflow.getAndIncrement(0);
        }
    }

    /** Counts a task that has just ended. */
    void ended(TaskRecord record, byte outcome) {
        over(record, outcome);
    }

    /** Counts that another record took the place of this one. */
    void absorbed(TaskRecord record) {
        over(record, Cell.ABSORBED);
    }

    private void over(TaskRecord record, int outcome) {
        Spot spot = record.creation.spot;
        if (spot == null) {
            Unplaced.over(record, outcome);
            return;
        }
        Cell cell = cell(spot);
        if (cell == null) {
            spot.overflow.getAndIncrement(outcome + 1);
            return;
        }
        if (outcome != Cell.ABSORBED) {
            cell.took(record);
        }
        cell.ended(outcome, 1);
    }

    /** Returns the cell of a spot; null if there is no room for one. */
    private Cell cell(Spot spot) {
        Cell cell = last;
        return cell.spot == spot ? cell : found(spot);
    }

    private Cell found(Spot spot) {
        Cell[] table = cells;
        int mask = table.length - 1;
        for (int i = 0; i <= mask; i++) {
            Cell cell = table[spot.hash + i & mask];
            if (cell == null) {
                return added(spot);
            }
            if (cell.spot == spot) {
                last = cell;
                return cell;
            }
        }
        return null;
    }

    private Cell added(Spot spot) {
        if (CELLS.get() >= most || used >= LARGEST) {
            return null;
        }
        Cell cell = new Cell(spot);
        if (used * 2 >= cells.length) {
            Cell[] larger = new Cell[cells.length * 2];
            for (Cell each : cells) {
                if (each != null) {
                    put(larger, each);
                }
            }
            put(larger, cell);
            cells = larger;
        } else {
            put(cells, cell);
        }
        used++;
        CELLS.incrementAndGet();
        last = cell;
        return cell;
    }

    private static void put(Cell[] table, Cell cell) {
        int mask = table.length - 1;
        int at = cell.spot.hash;
        while (table[at & mask] != null) {
            at++;
        }
        table[at & mask] = cell;
    }

    /** Visits the cells. */
    void each(Consumer<Cell> visitor) {
        for (Cell cell : cells) {
            if (cell != null) {
                visitor.accept(cell);
            }
        }
    }

    /** Adds what was counted here to what is past; nobody counts here any more. */
    void fold() {
        each(cell -> cell.spot.past.add(cell));
        CELLS.addAndGet(-used);
        Arrays.fill(cells, null);
        used = 0;
        last = NONE;
    }
}
