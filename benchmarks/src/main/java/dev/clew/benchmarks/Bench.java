// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.runner.RunnerException;

/** Measures everything and writes it into the page. */
public final class Bench {

    private final Setting setting;
    private final List<Row> rows = new ArrayList<>();

    private Bench(Setting setting) {
        this.setting = setting;
    }

    /** Takes the jar of Clew, the page, and {@code --full}. */
    public static void main(String[] arguments) throws Exception {
        Setting setting = Setting.of(arguments.length > 2, Path.of(arguments[0]));
        Bench bench = new Bench(setting);
        List<Jdk> jdks = new ArrayList<>();
        for (int version : new int[] {25, 17}) {
            Optional<Jdk> jdk = Jdk.find(version);
            if (jdk.isPresent()) {
                jdks.add(jdk.get());
                bench.measure(jdk.get());
            }
        }
        new Page(Path.of(arguments[1])).write(setting, jdks, bench.rows, Rounds.throttled(setting));
    }

    private void measure(Jdk jdk) throws Exception {
        Rounds rounds = new Rounds(setting, jdk);
        if (jdk.hasVirtualThreads()) {
            threads(rounds, jdk.version());
        }
        rows.add(Row.over("`submit` and `get` through a pool, ns", jdk.version(), rounds.compare("Futures.submit"),
                Goal.SUBMISSION));
        rows.add(Row.over("`supplyAsync().thenApply().join()`, ns a future", jdk.version(),
                rounds.compare("Futures.stage"), Goal.STAGE));
        rows.addAll(new StartUp(setting, jdk).measure());
        if (jdk.hasVirtualThreads()) {
            rows.addAll(new Footprint(setting, jdk).measure("virtual", "virtual thread", Goal.MEMORY));
        }
        rows.addAll(new Footprint(setting, jdk).measure("future", "future", null));
        if (jdk.hasVirtualThreads()) {
            Crowded crowded = new Crowded(setting, jdk);
            rows.add(crowded.list());
            rows.addAll(crowded.attach());
        }
    }

    private void threads(Rounds rounds, int jdk) throws RunnerException {
        rows.add(Row.over("start, run and end of a virtual thread, ns", jdk, rounds.compare("Starts.shallow"),
                Goal.SETTLED_THREAD));
        Pair deep = new Pair();
        Samples throwable = new Samples();
        for (int round = 0; round < setting.rounds(); round++) {
            deep.base().add(rounds.base("Starts.deep"));
            throwable.add(rounds.base("Starts.throwable"));
            deep.clew().add(rounds.watched("Starts.deep"));
        }
        rows.add(new Row("a bare `new Throwable()`, 40 frames deep, ns", jdk, throwable, null, null, "", null));
        rows.add(Row.over("a virtual thread, started 40 frames deep, ns", jdk, deep, null));
        rows.add(new Row("the same price, in bare `new Throwable()`", jdk, null, null,
                deep.difference().with(throwable, (price, stack) -> price / stack), "", Goal.EXACT_THREAD));
        rows.add(Row.over("park and unpark of a virtual thread, ns", jdk, rounds.compare("Switches.park"),
                Goal.SWITCH));
        rows.add(Row.over("`yield` of a virtual thread, ns", jdk, rounds.compare("Switches.yield"), Goal.SWITCH));
    }
}
