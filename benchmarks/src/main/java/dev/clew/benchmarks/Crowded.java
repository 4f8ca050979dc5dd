// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What takes long where there are very many tasks: to list the oldest, to count, and to attach. */
final class Crowded {

    private static final int WARM_UP = 5;
    private static final long CALM_MILLIS = 2_000;

    private final Setting setting;
    private final Jdk jdk;

    Crowded(Setting setting, Jdk jdk) {
        this.setting = setting;
        this.jdk = jdk;
    }

    /** Measures questions, each from its line to the reply, seen from another process, while other tasks come and go. */
    List<Row> questions() throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        try (Target target = crowd(List.of(setting.watched()), "spin", "churn")) {
            target.fill();
            Thread.sleep(2 * CALM_MILLIS);
            try (Connection clew = Connection.to(setting.sockets(), target.pid())) {
                rows.addAll(question(target, clew, new Asked("ps --sort -age -n 50", "ps",
                        "{\"sort\":\"-age\",\"limit\":50}", Goal.LIST)));
                rows.addAll(question(target, clew, new Asked("ps --group-by kind", "ps",
                        "{\"groupBy\":\"kind\"}", Goal.COUNTS)));
                rows.addAll(question(target, clew, new Asked("ps --group-by site", "ps",
                        "{\"groupBy\":\"site\"}", Goal.COUNTS)));
                rows.addAll(question(target, clew, new Asked("sites", "sites", "{}", Goal.COUNTS)));
                rows.addAll(question(target, clew, new Asked("tree", "origins", "{}", Goal.COUNTS)));
                rows.addAll(question(target, clew, new Asked("ps-terminated -n 50", "ps-terminated",
                        "{\"limit\":50}", null)));
            }
        }
        return rows;
    }

    private record Asked(String command, String question, String with, Goal goal) {}

    private List<Row> question(Target target, Connection clew, Asked asked) throws IOException, InterruptedException {
        Samples replies = new Samples();
        Pair pauses = new Pair();
        for (int i = -WARM_UP; i < setting.questions(); i++) {
            target.longestPause();
            long begun = System.nanoTime();
            clew.ask(asked.question(), asked.with());
            long took = System.nanoTime() - begun;
            double during = target.longestPause();
            Thread.sleep(took / 1_000_000, (int) (took % 1_000_000));
            double without = target.longestPause();
            if (i >= 0) {
                replies.add(took / 1e6);
                pauses.base().add(without);
                pauses.clew().add(during);
            }
        }
        System.err.printf("%s: %s ms, pauses %s over %s ms%n", asked.command(), replies.text(),
                pauses.clew().text(), pauses.base().text());
        String what = "`" + asked.command() + "` " + named("among %,d virtual threads, others coming and going");
        return List.of(new Row(what + ", ms", jdk.version(), null, replies, replies, "", goal(asked.goal())),
                Row.over("longest pause of a busy thread meanwhile, and in as much time without a question, ms",
                        jdk.version(), pauses, goal(asked.goal() == null ? null : Goal.CALM)));
    }

    /** Measures how long an agent takes to enter, and how long a busy thread stood still meanwhile. */
    List<Row> attach() throws Exception {
        Pair times = new Pair();
        Pair pauses = new Pair();
        for (int round = 0; round < setting.rounds(); round++) {
            attach(setting.empty(), null, times.base(), pauses.base());
            attach(setting.clew(), "dir=" + setting.sockets(), times.clew(), pauses.clew());
        }
        System.err.printf("attach: %s ms over %s, pauses %s over %s%n", times.clew().text(), times.base().text(),
                pauses.clew().text(), pauses.base().text());
        return List.of(Row.of(named("attach to %,d virtual threads, ms"), jdk.version(), times, goal(Goal.ATTACH)),
                Row.of("longest pause of a busy thread meanwhile, ms", jdk.version(), pauses, goal(Goal.PAUSE)));
    }

    private void attach(Path jar, String options, Samples times, Samples pauses) throws Exception {
        try (Target target = crowd(List.of(), "spin")) {
            target.fill();
            Thread.sleep(CALM_MILLIS);
            VirtualMachine machine = VirtualMachine.attach(Long.toString(target.pid()));
            target.longestPause();
            long begun = System.nanoTime();
            machine.loadAgent(jar.toString(), options);
            times.add((System.nanoTime() - begun) / 1e6);
            pauses.add(target.longestPause());
            machine.detach();
        }
    }

    private Target crowd(List<String> options, String... beside) throws IOException {
        List<String> words = new ArrayList<>(List.of("virtual", Integer.toString(setting.crowd())));
        words.addAll(List.of(beside));
        return Target.crowd(jdk, options, words.toArray(String[]::new));
    }

    private Goal goal(Goal goal) {
        return goal == null || setting.crowd() >= 1_000_000 ? goal : goal.undecided();
    }

    private String named(String what) {
        return String.format(Locale.ROOT, what, setting.crowd());
    }
}
