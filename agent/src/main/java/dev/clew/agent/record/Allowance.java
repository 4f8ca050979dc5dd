// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

/**
 * How much of something may be done: so much a second, and what was not used is saved up to a bound.
 *
 * <p><b>Threads</b>: the recorder's, under its lock.
 */
final class Allowance {

    private static final long SECOND = 1_000_000_000;

    private final int second;
    private final int most;
    private double saved;
    private long at = System.nanoTime();

    Allowance(int second, int most) {
        this.second = second;
        this.most = most;
        this.saved = most;
    }

    /** Returns how much may be done now. */
    int left() {
        return left(System.nanoTime());
    }

    int left(long now) {
        saved = Math.min(most, saved + (double) (now - at) / SECOND * second);
        at = now;
        return (int) Math.max(0, saved);
    }

    /** Takes note of what was done. */
    void spend(int done) {
        saved -= done;
    }
}
