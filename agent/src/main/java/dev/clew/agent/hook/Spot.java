// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What tasks are counted under: a place, the site that stands for it there, the kind of the tasks, and how much is known
 * of their creations. It outlives them, and holds no object of the application or of Clew.
 *
 * <p><b>Threads</b>: made by the recorder, or by the thread that makes a task without a stack; counted by any.
 * <b>Cost</b>: nothing until something is counted; see {@link Tally}.
 */
public final class Spot {

    /** {@link #capture} of what stands for all others, because there would be too many; goes on after {@link Creation}. */
    public static final byte OTHER = 5;
    /** {@link #capture} where it was not found out in time where a task belongs. */
    public static final byte UNPLACED = 6;

    private static int made;

    /** The place in the tree of places. */
    public final Origin origin;
    /** The tasks' kind; -1 if they differ. */
    public final byte kind;
    /** How the stacks of their creations are known, as {@link Creation#capture} or one of the constants here. */
    public final byte capture;
    /** They are the JVM's or Clew's own. */
    public final boolean hidden;
    /** The frame that stands for their creation, which may be one of an ancestor's; null if there is none. */
    public final StackTraceElement site;
    /** The class of their work; null if it is not known. */
    public final String work;

    /** How many tasks had been created at the recorder's last look, and at those before; the recorder's. */
    public long ticked;
    public int[] lately;

    /** The creating task's spot, for tasks without a stack of their own; null for others. */
    final Spot via;
    /** One more spot of the same place. */
    Spot sibling;
    /** The spot that was made before this one. */
    Spot next;
    /** Where a lane looks for its cell first; a race makes two alike, which is of no harm. */
    final int hash = made++;
    /** What was counted by threads that are over, and by the recorder; guarded by the lock of all lanes. */
    final Cell past = new Cell(this);
    /** What threads counted that had no room for a cell: creations, then ends by outcome. */
    final AtomicLongArray overflow = new AtomicLongArray(Cell.ENDS + 1);
    /** What is being summed up; guarded as {@link #past} is. */
    Count sum;

    Spot(Origin origin, byte kind, byte capture, boolean hidden, StackTraceElement site, String work, Spot via) {
        this.origin = origin;
        this.kind = kind;
        this.capture = capture;
        this.hidden = hidden;
        this.site = site;
        this.work = work;
        this.via = via;
    }
}
