// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Harvest;

/**
 * Whether so many tasks come and go that even asking for the time is worth to be saved, and the time meanwhile.
 *
 * <p><b>Threads</b>: the recorder's.
 */
final class Pace {

    /** From so many endings a millisecond on there is a rush, and down to half as many it lasts. */
    private static final long RUSH = 100;
    private static final long MILLI = 1_000_000;

    private long at;
    private long ended;
    private boolean rush;

    Pace(long now, long ended) {
        this.at = now;
        this.ended = ended;
    }

    /** Takes note of how many tasks have ended in all; returns whether there is a rush. */
    boolean rush(long now, long all) {
        long millis = (now - at) / MILLI;
        if (millis > 0) {
            rush = (all - ended) / millis >= (rush ? RUSH / 2 : RUSH);
            at = now;
            ended = all;
        }
        tick(now);
        return rush;
    }

    /** Advances the time if there is a rush. */
    void tick(long now) {
        Harvest.tick(rush ? now : 0);
    }
}
