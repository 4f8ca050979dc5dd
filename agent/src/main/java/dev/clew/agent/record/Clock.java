// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import java.time.Instant;

/**
 * Turns {@code System.nanoTime()} into the time of day.
 *
 * @param nanos a reading
 * @param at the time of day at that reading
 */
record Clock(long nanos, Instant at) {

    static Clock now() {
        return new Clock(System.nanoTime(), Instant.now());
    }

    /** Returns the time of day, to the microsecond; null for 0. */
    Instant at(long reading) {
        return reading == 0 ? null : at.plusNanos((reading - nanos) / 1000 * 1000);
    }
}
