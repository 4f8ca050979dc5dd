// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

/**
 * A length of time as one of some buckets, four for each power of two from a microsecond on; so a percentile that is read
 * off them is wrong by an eighth at most.
 *
 * <p><b>Cost</b>: a few instructions.
 */
public final class Span {

    private static final int LEAST_POWER = 10;
    private static final int PARTS_BITS = 2;
    private static final int PARTS = 1 << PARTS_BITS;

    private Span() {}

    /** Returns the bucket of so many nanoseconds. */
    static int bucket(long nanos) {
        int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos | 1);
        return nanos < 1 << LEAST_POWER ? 0
                : 1 + (power - LEAST_POWER) * PARTS + ((int) (nanos >>> power - PARTS_BITS) & PARTS - 1);
    }

    /** Returns the nanoseconds in the middle of a bucket. */
    public static long nanos(int bucket) {
        if (bucket == 0) {
            return 1L << LEAST_POWER - 1;
        }
        int power = LEAST_POWER + (bucket - 1) / PARTS;
        long part = 1L << power - PARTS_BITS;
        return (1L << power) + (bucket - 1) % PARTS * part + part / 2;
    }
}
