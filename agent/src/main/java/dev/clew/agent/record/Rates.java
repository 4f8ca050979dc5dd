// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Count;
import dev.clew.agent.hook.Spot;
import java.util.List;

/**
 * How many tasks came in a time just past, by spot.
 *
 * <p><b>Threads</b>: Clew's own, one at a time. <b>Cost</b>: a walk over the spots at each tick, and some bytes for each
 * that was counted lately.
 */
final class Rates {

    /** So many ticks back is known. */
    static final int TICKS = 64;

    private final long[] times = new long[TICKS];
    private int ticks = 1;

    /** Begins at a time, by {@code System.nanoTime()}, when nothing had been counted. */
    Rates(long now) {
        times[0] = now;
    }

    /** Keeps what came since the last tick. */
    void tick(long now, List<Count> counts) {
        int slot = ticks++ % TICKS;
        times[slot] = now;
        for (Count count : counts) {
            keep(count.spot, slot, count.created);
        }
    }

    private static void keep(Spot spot, int slot, long created) {
        int made = (int) Math.min(Integer.MAX_VALUE, created - spot.ticked);
        spot.ticked = created;
        if (spot.lately == null && made != 0) {
            spot.lately = new int[TICKS];
        }
        if (spot.lately != null) {
            spot.lately[slot] = made;
            spot.lately = made == 0 && isQuiet(spot.lately) ? null : spot.lately;
        }
    }

    private static boolean isQuiet(int[] lately) {
        for (int made : lately) {
            if (made != 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the last time before a window of so many nanoseconds at which was counted, or the first that is known. */
    int begin(long now, long window) {
        int oldest = Math.max(0, ticks - TICKS);
        int at = ticks - 1;
        while (at > oldest && now - times[at % TICKS] < window) {
            at--;
        }
        return at;
    }

    /** Returns how many nanoseconds ago that was. */
    long length(int begin, long now) {
        return now - times[begin % TICKS];
    }

    /** Returns how many tasks came since then. */
    long since(int begin, Count count) {
        long sum = count.created - count.spot.ticked;
        for (int at = begin + 1; at < ticks && count.spot.lately != null; at++) {
            sum += count.spot.lately[at % TICKS];
        }
        return sum;
    }
}
