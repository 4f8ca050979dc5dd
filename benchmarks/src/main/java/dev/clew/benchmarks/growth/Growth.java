// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.growth;

import dev.clew.benchmarks.Connection;
import dev.clew.benchmarks.Jdk;
import dev.clew.benchmarks.Pair;
import dev.clew.benchmarks.Setting;
import dev.clew.benchmarks.Target;
import dev.clew.benchmarks.guest.Maker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Takes the curves: one JVM for each curve, agent and round, and all points of the curve in it, from the least on. */
public final class Growth {

    private static final int WARM_UP = 200_000;

    /** The curve of the threads that create. */
    public static final String CREATORS = "threads that create";

    private final Setting setting;
    private final Jdk jdk;
    private final List<Curve> curves = new ArrayList<>();

    /** Prepares curves on a JDK with virtual threads. */
    public Growth(Setting setting, Jdk jdk) {
        this.setting = setting;
        this.jdk = jdk;
    }

    /** Measures all curves. */
    public List<Curve> measure() throws IOException {
        curve("tasks asked for in a second", "rate", 1_000, 10_000, 100_000, 300_000, 1_000_000);
        curve("other tasks alive", "live", 1_000, 10_000, 100_000, 300_000, 1_000_000);
        curve("frames of the stack", "depth", 5, 20, 50, 100, 200);
        curve("stacks, one class of work", "origins", 10, 100, 1_000, 10_000, 100_000);
        curve("stacks, each with a class of work", "places", 10, 100, 1_000, 10_000, 100_000);
        curve(CREATORS, "threads", 1, 2, 4, 8, 16, 64);
        return curves;
    }

    private void curve(String title, String word, int... places) throws IOException {
        List<Point> points = new ArrayList<>();
        for (int much : places) {
            if (setting.full() || inShort(word, much)) {
                points.add(new Point(much));
            }
        }
        for (int round = 0; round < rounds(); round++) {
            run(word, points, false);
            run(word, points, true);
        }
        Curve curve = new Curve(title, points);
        System.err.println(curve.table());
        curves.add(curve);
    }

    private static boolean inShort(String word, int much) {
        return switch (word) {
            case "rate" -> much <= 100_000;
            case "live" -> much == 1_000 || much == 100_000;
            case "depth" -> much == 5 || much == 50 || much == 200;
            case "threads" -> much == 1 || much == 8;
            default -> much == 10 || much == 10_000;
        };
    }

    private int rounds() {
        return setting.full() ? 5 : 1;
    }

    private void run(String word, List<Point> points, boolean watched) throws IOException {
        List<String> options = List.of("-Xms2g", "-Xmx8g", watched ? setting.watched() : setting.base());
        try (Target target = Target.start(jdk, options, Maker.class)) {
            target.ask("warm 1 " + WARM_UP);
            for (Point point : points) {
                String line = word + " " + point.much() + " " + tasks(word, point.much());
                if (watched) {
                    watched(target, line, point);
                } else {
                    told(target.numbers(line), point.cost(), false);
                }
            }
        }
    }

    private int tasks(String word, int much) {
        if (word.equals("rate")) {
            return much * (setting.full() ? 3 : 1);
        }
        return Math.max(setting.full() ? 300_000 : 60_000, word.equals("origins") || word.equals("places")
                ? 4 * much : 0);
    }

    private void watched(Target target, String line, Point point) throws IOException {
        try (Connection clew = Connection.to(setting.sockets(), target.pid())) {
            String before = clew.ask("status", "{}");
            double[] told = target.numbers(line);
            String after = clew.ask("status", "{}");
            told(told, point.cost(), true);
            point.speed().add(told[0] / told[2] * 1e9);
            double created = more("ended", before, after) + more("live", before, after);
            point.throttled().add(100 * more("throttled", before, after) / Math.max(1, created));
            point.forgotten().add(100 * more("lost", before, after) / Math.max(1, created));
        }
    }

    private static void told(double[] told, Pair cost, boolean watched) {
        (watched ? cost.clew() : cost.base()).add(told[1] / told[0]);
    }

    private static double more(String count, String before, String after) {
        return Connection.number(after, count) - Connection.number(before, count);
    }
}
