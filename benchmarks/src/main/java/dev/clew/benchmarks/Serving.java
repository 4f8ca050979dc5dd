// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import dev.clew.benchmarks.guest.Load;
import dev.clew.benchmarks.guest.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An HTTP service at full load, with clients in another JVM on the same cores. */
final class Serving {

    private static final List<String> SERVICE = List.of("-Xms1g", "-Xmx1g", "-Dsun.net.httpserver.nodelay=true");
    private static final String[] PERCENTILES = {"50", "99", "99.9"};

    private final Setting setting;
    private final Jdk jdk;

    Serving(Setting setting, Jdk jdk) {
        this.setting = setting;
        this.jdk = jdk;
    }

    List<Row> measure() throws IOException {
        List<Row> rows = new ArrayList<>();
        if (jdk.hasVirtualThreads()) {
            rows.addAll(measure("virtual", "whole", "HTTP on virtual threads", Goal.THROUGHPUT));
        }
        if (setting.full() && jdk.hasVirtualThreads()) {
            rows.addAll(measure("virtual", "split", "HTTP on virtual threads, two futures in each request", null));
        }
        if (setting.full()) {
            rows.addAll(measure("pool", "whole", "HTTP on a pool", null));
        }
        return rows;
    }

    private List<Row> measure(String threads, String requests, String what, Goal goal) throws IOException {
        Pair throughput = new Pair();
        Pair processor = new Pair();
        List<Pair> percentiles = List.of(new Pair(), new Pair(), new Pair());
        for (int round = 0; round < setting.rounds(); round++) {
            for (boolean watched : new boolean[] {round % 2 == 0, round % 2 != 0}) {
                double[] measured = load(watched ? setting.watched() : setting.base(), threads, requests);
                side(throughput, watched).add(measured[0]);
                side(processor, watched).add(measured[1]);
                for (int i = 0; i < PERCENTILES.length; i++) {
                    side(percentiles.get(i), watched).add(measured[2 + i]);
                }
            }
        }
        System.err.printf("JDK %d %s: %s/s over %s/s%n", jdk.version(), what, throughput.clew().text(),
                throughput.base().text());
        List<Row> rows = new ArrayList<>(List.of(
                Row.share(what + ", requests a second", jdk.version(), throughput, goal),
                Row.over("CPU of the service for a request, us", jdk.version(), processor, null)));
        for (int i = 0; i < PERCENTILES.length; i++) {
            rows.add(Row.over("answered, percentile " + PERCENTILES[i] + ", us", jdk.version(), percentiles.get(i),
                    null));
        }
        return rows;
    }

    private static Samples side(Pair pair, boolean watched) {
        return watched ? pair.clew() : pair.base();
    }

    /** Returns requests a second, CPU time for a request, and percentiles, times in microseconds. */
    private double[] load(String agent, String threads, String requests) throws IOException {
        List<String> options = new ArrayList<>(SERVICE);
        options.add(agent);
        try (Target service = Target.start(jdk, options, Service.class, threads, requests);
                Target load = Target.start(jdk, List.of("-Xmx512m", "-XX:+UseSerialGC"), Load.class,
                        service.greeting(), setting.full() ? "5000" : "2000", setting.full() ? "10000" : "3000")) {
            double before = service.numbers("")[0];
            double[] told = load.numbers("");
            double processor = service.numbers("")[0] - before;
            return new double[] {told[0] / told[1] * 1e9, processor / told[0] / 1e3, told[2] / 1e3, told[3] / 1e3,
                told[4] / 1e3};
        }
    }
}
