// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.growth;

import dev.clew.benchmarks.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A picture of curves, one panel for each, readable on a light and on a dark page. */
public final class Plot {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 220;
    private static final int COLUMNS = 2;
    private static final int LEFT = 64;
    private static final int RIGHT = 16;
    private static final int TOP = 34;
    private static final int BOTTOM = 40;
    private static final int GRID = 4;

    private final StringBuilder svg = new StringBuilder();

    private Plot() {}

    /** Writes the picture into a file. */
    public static void write(List<Curve> curves, Path file) throws IOException {
        Files.writeString(file, new Plot().draw(curves));
    }

    private String draw(List<Curve> curves) {
        int rows = (curves.size() + COLUMNS - 1) / COLUMNS;
        add("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %1$d %2$d" role="img">
                <!-- SPDX-FileCopyrightText: The Clew authors -->
                <!-- SPDX-License-Identifier: Apache-2.0 -->
                <title>What Clew adds to a task, in nanoseconds of CPU</title>
                <style>
                text { font: 12px sans-serif; fill: #24292f; }
                .axis { font-size: 11px; fill: #57606a; }
                .grid { stroke: #d0d7de; }
                .line, .range { stroke: #0969da; fill: none; stroke-width: 2; }
                .dot { fill: #0969da; }
                @media (prefers-color-scheme: dark) {
                text { fill: #e6edf3; }
                .axis { fill: #9da7b3; }
                .grid { stroke: #30363d; }
                .line, .range { stroke: #58a6ff; }
                .dot { fill: #58a6ff; }
                }
                </style>
                """, COLUMNS * WIDTH, rows * HEIGHT);
        for (int i = 0; i < curves.size(); i++) {
            add("<g transform=\"translate(%d %d)\">%n", i % COLUMNS * WIDTH, i / COLUMNS * HEIGHT);
            panel(curves.get(i));
            add("</g>%n");
        }
        add("</svg>%n");
        return svg.toString();
    }

    private void panel(Curve curve) {
        double most = curve.points().stream().mapToDouble(point -> point.price().max()).max().orElseThrow();
        double least = curve.points().stream().mapToDouble(point -> point.price().min()).min().orElseThrow();
        double step = step((Math.max(most, 0) - Math.min(least, 0)) / GRID);
        double low = Math.floor(Math.min(least, 0) / step) * step;
        double high = Math.max(Math.ceil(most / step) * step, low + step);
        add("<text x=\"%d\" y=\"18\">%s: ns added</text>%n", LEFT, curve.title());
        for (double at = low; at <= high + step / 2; at += step) {
            double y = y(at, low, high);
            add("<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>%n", LEFT, WIDTH - RIGHT, y, y);
            add("<text class=\"axis\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n", LEFT - 6, y + 4,
                    String.format(Locale.ROOT, "%,.0f", at));
        }
        line(curve.points(), low, high);
    }

    private void line(List<Point> points, double low, double high) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            double x = x(point.much(), points);
            Samples price = point.price();
            double y = y(price.median(), low, high);
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : " L", x, y));
            add("<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>%n", x, y);
            add("<line class=\"range\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>%n", x, x,
                    y(price.min(), low, high), y(price.max(), low, high));
            add("<text class=\"axis\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n", x,
                    HEIGHT - BOTTOM + 18, much(point.much()));
        }
        add("<path class=\"line\" d=\"%s\"/>%n", path);
    }

    private static String much(int much) {
        return much >= 1_000_000 ? much / 1_000_000 + "M" : much >= 1_000 ? much / 1_000 + "k" : Integer.toString(much);
    }

    /** Along the logarithm: what there is more of grows by factors. */
    private static double x(int much, List<Point> points) {
        double first = Math.log(points.get(0).much());
        double last = Math.log(points.get(points.size() - 1).much());
        return LEFT + 12 + (Math.log(much) - first) / Math.max(last - first, 1) * (WIDTH - LEFT - RIGHT - 24);
    }

    private static double y(double value, double low, double high) {
        return TOP + (high - value) / (high - low) * (HEIGHT - TOP - BOTTOM);
    }

    /** Returns 1, 2 or 5 times a power of ten that is no less. */
    private static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(rough, 1))));
        double digit = rough / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
