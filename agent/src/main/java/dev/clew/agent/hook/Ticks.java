// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

/**
 * The time for what happens very often: that of the system or, while very many tasks come and go, one that the recorder
 * advances every other millisecond, because asking the system is a good part of all that a short task costs.
 *
 * <p><b>Threads</b>: any reads, the recorder advances. <b>Consistency</b>: a time is never before the one it follows.
 */
final class Ticks {

    /** The last tick, by {@code System.nanoTime()}; 0 while there is no hurry. */
    private static volatile long last;

    private Ticks() {}

    /** Returns the time of something ordinary that happened after that moment. */
    static long after(long moment) {
        long tick = last;
        return tick == 0 ? System.nanoTime() : tick - moment > 0 ? tick : moment;
    }

    /** Advances the time; 0 to have the system asked again. */
    static void advance(long now) {
        last = now;
    }
}
