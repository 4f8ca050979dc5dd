// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import java.util.Optional;

/**
 * One line of the table.
 *
 * @param what what was measured, with the unit
 * @param jdk the version of the JDK
 * @param base the measurement with an empty agent; null if there is none
 * @param clew the measurement with Clew; null if there is none
 * @param price what the goal is about
 * @param sign what stands before the price
 * @param goal what the design wants; null if nothing
 */
record Row(String what, int jdk, Samples base, Samples clew, Samples price, String sign, Goal goal) {

    /** A price that is a difference. */
    static Row over(String what, int jdk, Pair pair, Goal goal) {
        return new Row(what, jdk, pair.base(), pair.clew(), pair.difference(), "+", goal);
    }

    /** A price that is the measurement with Clew itself. */
    static Row of(String what, int jdk, Pair pair, Goal goal) {
        return new Row(what, jdk, pair.base(), pair.clew(), pair.clew(), "", goal);
    }

    /** A price that is the share which is left with Clew. */
    static Row share(String what, int jdk, Pair pair, Goal goal) {
        return new Row(what, jdk, pair.base(), pair.clew(),
                pair.clew().with(pair.base(), (with, without) -> with / without), "", goal);
    }

    /** A measurement without a counterpart. */
    static Row alone(String what, int jdk, Samples base) {
        return new Row(what, jdk, base, null, null, "", null);
    }

    String line() {
        String reached = goal == null ? "" : Double.isNaN(goal.limit()) ? "not decided" : goal.verdict(price);
        return "| " + what + " | " + jdk + " | " + text(base) + " | " + text(clew) + " | "
                + (price == null ? "" : (sign.equals("+") && price.median() < 0 ? "" : sign) + price.text()) + " | "
                + (goal == null ? "" : goal.text()) + " | " + reached + " |";
    }

    private static String text(Samples samples) {
        return samples == null ? "" : samples.text();
    }

    /** Returns by how much a goal was missed, and why; empty if it was not. */
    Optional<String> miss() {
        if (goal == null || Double.isNaN(goal.limit()) || !goal.verdict(price).equals("no")) {
            return Optional.empty();
        }
        return Optional.of("- " + what + ", JDK " + jdk + ": " + goal.much(price) + ": " + goal.why() + ".");
    }
}
