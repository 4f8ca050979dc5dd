// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Collectors;

/**
 * What was measured of one thing, round by round.
 *
 * @param values one number a round
 */
public record Samples(List<Double> values) {

    /** Begins without a number. */
    public Samples() {
        this(new ArrayList<>());
    }

    /** Adds the number of a round. */
    public void add(double value) {
        values.add(value);
    }

    /** Returns the middle one. */
    public double median() {
        List<Double> sorted = values.stream().sorted().collect(Collectors.toList());
        int size = sorted.size();
        return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }

    /** Returns the least. */
    public double min() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /** Returns the greatest. */
    public double max() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** Combines what was measured in the same round. */
    public Samples with(Samples other, DoubleBinaryOperator operator) {
        Samples combined = new Samples();
        for (int i = 0; i < values.size(); i++) {
            combined.add(operator.applyAsDouble(values.get(i), other.values.get(i)));
        }
        return combined;
    }

    /** Returns the median, and in parentheses the least and the greatest. */
    public String text() {
        return number(median()) + " (" + number(min()) + " to " + number(max()) + ")";
    }

    /** Returns a number with three digits or so. */
    public static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
