// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What takes long where there are very many tasks: to list the oldest, and to attach. */
final class Crowded {

    private static final int QUESTIONS = 15;
    private static final long CALM_MILLIS = 2_000;

    private final Setting setting;
    private final Jdk jdk;

    Crowded(Setting setting, Jdk jdk) {
        this.setting = setting;
        this.jdk = jdk;
    }

    /** Measures a question, from its line to the reply, seen from another process. */
    Row list() throws IOException, InterruptedException {
        Samples replies = new Samples();
        try (Target target = crowd(setting.watched())) {
            target.fill();
            Thread.sleep(2 * CALM_MILLIS);
            try (Connection clew = Connection.to(setting.sockets(), target.pid())) {
                for (int i = -5; i < QUESTIONS; i++) {
                    long begun = System.nanoTime();
                    clew.ask("ps", "{\"limit\":50}");
                    if (i >= 0) {
                        replies.add((System.nanoTime() - begun) / 1e6);
                    }
                }
            }
        }
        System.err.println("ps: " + replies.text() + " ms");
        return new Row(named("`ps --limit 50` among %,d virtual threads, ms"), jdk.version(), null, replies, replies,
                "", goal(Goal.LIST));
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
        Row time = Row.over(named("attach to %,d virtual threads, ms"), jdk.version(), times, null);
        Row pause = Row.over("longest pause of a busy thread meanwhile, ms", jdk.version(), pauses, null);
        return List.of(judged(time, Goal.ATTACH), judged(pause, Goal.PAUSE));
    }

    private Row judged(Row row, Goal goal) {
        return new Row(row.what(), row.jdk(), row.base(), row.clew(), row.clew(), "", goal(goal));
    }

    private void attach(Path jar, String options, Samples times, Samples pauses) throws Exception {
        try (Target target = crowd()) {
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

    private Target crowd(String... options) throws IOException {
        return new Target(jdk, List.of(options), "virtual", Integer.toString(setting.crowd()), "spin");
    }

    private Goal goal(Goal goal) {
        return setting.full() ? goal : goal.undecided();
    }

    private String named(String what) {
        return String.format(Locale.ROOT, what, setting.crowd());
    }
}
