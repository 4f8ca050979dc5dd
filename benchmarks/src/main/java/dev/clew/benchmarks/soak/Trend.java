// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.soak;

import java.util.List;
import java.util.Locale;

/**
 * Whether something grows: a straight line through the second half of its values.
 *
 * @param what what it is, with the unit
 * @param values one for each cycle
 * @param tolerance by how much the line may rise from its begin to its end
 */
record Trend(String what, List<Double> values, double tolerance) {

    /** So many standard errors are no accident. */
    private static final double CERTAIN = 3;

    /** Returns by how much the line rises. */
    double rise() {
        return slope() * (half().size() - 1);
    }

    /** Returns whether it rises by more than is tolerated, and by more than the values scatter. */
    boolean grows() {
        return rise() > tolerance && rise() > CERTAIN * error();
    }

    String line() {
        List<Double> half = half();
        return String.format(Locale.ROOT, "%-30s %10.2f %10.2f %+10.2f %10.2f  %s", what, half.get(0),
                half.get(half.size() - 1), rise(), tolerance, grows() ? "GROWS" : "flat");
    }

    private List<Double> half() {
        return values.subList(values.size() / 2, values.size());
    }

    private double slope() {
        List<Double> half = half();
        double middle = (half.size() - 1) / 2.0;
        double above = 0;
        double below = 0;
        for (int i = 0; i < half.size(); i++) {
            above += (i - middle) * (half.get(i) - mean());
            below += (i - middle) * (i - middle);
        }
        return above / below;
    }

    /** Returns the standard error of the rise. */
    private double error() {
        List<Double> half = half();
        int size = half.size();
        double middle = (size - 1) / 2.0;
        double squares = 0;
        double below = 0;
        for (int i = 0; i < size; i++) {
            double off = half.get(i) - mean() - slope() * (i - middle);
            squares += off * off;
            below += (i - middle) * (i - middle);
        }
        return Math.sqrt(squares / (size - 2) / below) * (size - 1);
    }

    private double mean() {
        return half().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
