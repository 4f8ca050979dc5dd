// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.growth;

import dev.clew.benchmarks.Samples;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The price of a task along what there is more and more of.
 *
 * @param title what grows
 * @param points from the least to the most
 */
public record Curve(String title, List<Point> points) {

    /** Up to here two prices are the same, in nanoseconds: what one JVM differs from the next. */
    private static final double NOISE = 100;
    private static final double BEND = 1.5;

    /** Returns the table. */
    public String table() {
        return points.stream().map(Curve::line).collect(Collectors.joining("", "| " + title
                + " | base | Clew | price | made a second | throttled | endings let go |\n"
                + "|---|---|---|---|---|---|---|\n", "\n" + verdict() + "\n"));
    }

    /** Returns the price at a point. */
    public Samples price(int much) {
        return points.stream().filter(point -> point.much() == much).findFirst().orElseThrow().price();
    }

    private static String line(Point point) {
        return String.format(Locale.ROOT, "| %,d | %s | %s | %s%s | %s | %.1f %% | %.1f %% |%n", point.much(),
                point.cost().base().text(), point.cost().clew().text(), point.price().median() < 0 ? "" : "+",
                point.price().text(), Samples.number(point.speed().median()), point.throttled().median(),
                point.forgotten().median());
    }

    /** Tells whether the last price is more than all before it let expect. */
    private String verdict() {
        Point last = points.get(points.size() - 1);
        double before = points.stream().limit(points.size() - 1).mapToDouble(point -> point.price().median()).max()
                .orElseThrow();
        double first = points.get(0).price().median();
        return String.format(Locale.ROOT, "From %s to %s ns%s.", Samples.number(first),
                Samples.number(last.price().median()), bends(last, before) ? ": **the last one bends up**" : "");
    }

    private static boolean bends(Point last, double before) {
        return last.price().median() > BEND * Math.max(before, 0) + NOISE;
    }
}
