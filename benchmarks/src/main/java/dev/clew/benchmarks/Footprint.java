// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import dev.clew.benchmarks.guest.Crowd;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Bytes that one more live task retains, by class histograms before and after; stacks of virtual threads are left out,
 * because their size differs from run to run.
 */
final class Footprint {

    private static final String STACKS = "jdk.internal.vm.StackChunk";
    /** What the names of the classes begin with that the agent defines beside the JVM's own. */
    private static final String HOOKS = "java.lang.Clew$";
    private static final long SETTLING_MILLIS = 4_000;

    private final Setting setting;
    private final Jdk jdk;

    Footprint(Setting setting, Jdk jdk) {
        this.setting = setting;
        this.jdk = jdk;
    }

    /** Measures live tasks that were all made and stayed. */
    List<Row> measure(String kind, String what, Goal goal) throws IOException, InterruptedException {
        return measure(kind, "a live " + what, setting.crowd(), setting.watched(), goal);
    }

    /** Measures one of very many virtual threads that stayed where the others went, with a short history. */
    List<Row> survivors() throws IOException, InterruptedException {
        return measure("survivor", "a virtual thread that is left of " + Crowd.SURVIVORS,
                setting.crowd() / Crowd.SURVIVORS, setting.watched("memory=1m"), Goal.CHURNED_MEMORY);
    }

    private List<Row> measure(String kind, String what, int left, String agent, Goal goal)
            throws IOException, InterruptedException {
        Pair pair = new Pair();
        Samples own = new Samples();
        for (int round = 0; round < setting.rounds() / 3; round++) {
            pair.base().add(sum(perTask(kind, left, setting.base()), ""));
            Map<String, Double> watched = perTask(kind, left, agent);
            pair.clew().add(sum(watched, ""));
            own.add(sum(watched, HOOKS));
        }
        System.err.printf("JDK %d %s: %s B over %s B%n", jdk.version(), what, pair.clew().text(), pair.base().text());
        String each = "memory of " + what + ", B";
        return List.of(Row.over(each, jdk.version(), pair, goal),
                new Row(each + ", of Clew's classes alone", jdk.version(), null, own, null, "", null));
    }

    private Map<String, Double> perTask(String kind, int left, String agent) throws IOException, InterruptedException {
        try (Target target = Target.crowd(jdk, List.of(agent), kind, Integer.toString(setting.crowd()))) {
            Thread.sleep(SETTLING_MILLIS / 2);
            Map<String, Long> before = target.histogram();
            target.fill();
            Thread.sleep(SETTLING_MILLIS);
            Map<String, Double> each = new TreeMap<>();
            target.histogram().forEach((type, bytes) ->
                    each.put(type, (double) (bytes - before.getOrDefault(type, 0L)) / left));
            return each;
        }
    }

    private static double sum(Map<String, Double> each, String prefix) {
        return each.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix) && !entry.getKey().equals(STACKS))
                .mapToDouble(Map.Entry::getValue).sum();
    }
}
