// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import dev.clew.benchmarks.growth.Curve;
import dev.clew.benchmarks.growth.Growth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.RunnerException;

/** A part of all that is measured, in the order in which it is. */
enum Part {

    /** Virtual threads, and what they do all the time. */
    THREADS {
        @Override
        void measure(Setting setting, Jdk jdk, Findings found) throws RunnerException {
            if (jdk.hasVirtualThreads()) {
                threads(setting, jdk, found.rows());
            }
        }
    },

    /** Pools, stages, locks and queues. */
    TASKS {
        @Override
        void measure(Setting setting, Jdk jdk, Findings found) throws RunnerException {
            Rounds rounds = new Rounds(setting, jdk);
            over(found, rounds, "`submit` and `get` through a pool, ns", "Futures.submit", Goal.SUBMISSION);
            bursts(found, rounds, "the same in bursts, ns", "Futures.submit");
            over(found, rounds, "`supplyAsync().thenApply().join()`, ns a future", "Futures.stage", Goal.STAGE);
            bursts(found, rounds, "the same in bursts, ns a future", "Futures.stage");
            if (setting.full()) {
                over(found, rounds, "a lock taken and let go, ns", "Uncontended.lock", Goal.UNHOOKED);
                over(found, rounds, "one put into a queue and taken, ns", "Uncontended.queue", Goal.UNHOOKED);
            }
        }
    },

    /** A service at full load. */
    SERVING {
        @Override
        void measure(Setting setting, Jdk jdk, Findings found) throws Exception {
            found.rows().addAll(new Serving(setting, jdk).measure());
        }
    },

    /** The start of a JVM. */
    START {
        @Override
        void measure(Setting setting, Jdk jdk, Findings found) throws Exception {
            found.rows().addAll(new StartUp(setting, jdk).measure());
            found.rows().addAll(new Archives(setting, jdk).measure());
        }
    },

    /** Bytes of live tasks. */
    MEMORY {
        @Override
        void measure(Setting setting, Jdk jdk, Findings found) throws Exception {
            Footprint footprint = new Footprint(setting, jdk);
            if (jdk.hasVirtualThreads()) {
                found.rows().addAll(footprint.measure("virtual", "virtual thread", Goal.MEMORY));
                found.rows().addAll(footprint.survivors());
            }
            found.rows().addAll(footprint.measure("future", "future", null));
        }
    },

    /** Questions and an attach among very many tasks. */
    CROWD {
        @Override
        void measure(Setting setting, Jdk jdk, Findings found) throws Exception {
            if (jdk.hasVirtualThreads()) {
                Crowded crowded = new Crowded(setting, jdk);
                found.rows().addAll(crowded.questions());
                found.rows().addAll(crowded.attach());
            }
        }
    },

    /** Other tools. */
    PEERS {
        @Override
        void measure(Setting setting, Jdk jdk, Findings found) throws Exception {
            found.peers().addAll(new Peers(setting, jdk).measure());
        }
    },

    /** Curves. */
    GROWTH {
        @Override
        void measure(Setting setting, Jdk jdk, Findings found) throws Exception {
            if (jdk.hasVirtualThreads()) {
                found.curves().addAll(new Growth(setting, jdk).measure());
                creators(jdk, found);
            }
        }
    };

    /** So many milliseconds between two batches let the recorder catch up. */
    private static final int PAUSE = 15;

    abstract void measure(Setting setting, Jdk jdk, Findings found) throws Exception;

    static Part named(String name) {
        return Arrays.stream(values()).filter(part -> part.word().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no part " + name + "; there are "
                        + Arrays.stream(values()).map(Part::word).collect(Collectors.joining(", "))));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Not the price is the matter here, but whether many creators pay more than one. */
    private static void creators(Jdk jdk, Findings found) {
        Curve curve = found.curves().stream().filter(one -> one.title().equals(Growth.CREATORS)).findFirst()
                .orElseThrow();
        Samples one = curve.price(1);
        Samples eight = curve.price(8);
        Samples more = eight.with(one, (many, alone) -> many - alone);
        found.rows().add(new Row("what is added to a task where 1 thread creates (left) and 8 do (right), ns of CPU",
                jdk.version(), one, eight, more, "+", Goal.CREATORS));
    }

    private static void over(Findings found, Rounds rounds, String what, String benchmark, Goal goal)
            throws RunnerException {
        found.rows().add(Row.over(what, rounds.jdk().version(), rounds.compare(benchmark), goal));
    }

    /** Where there are pauses, most tasks are timed, and their endings held. */
    private static void bursts(Findings found, Rounds rounds, String what, String benchmark) throws RunnerException {
        found.rows().add(Row.over(what, rounds.jdk().version(), rounds.compare(benchmark, PAUSE), null));
    }

    private static void threads(Setting setting, Jdk jdk, List<Row> rows) throws RunnerException {
        Rounds rounds = new Rounds(setting, jdk);
        rows.add(Row.over("start, run and end of a virtual thread, ns", jdk.version(),
                rounds.compare("Starts.shallow"), Goal.SETTLED_THREAD));
        rows.add(Row.over("the same in bursts, ns", jdk.version(), rounds.compare("Starts.shallow", PAUSE), null));
        Pair deep = new Pair();
        Samples throwable = new Samples();
        for (int round = 0; round < setting.rounds(); round++) {
            deep.base().add(rounds.base("Starts.deep", PAUSE));
            throwable.add(rounds.base("Starts.throwable", PAUSE));
            deep.clew().add(rounds.watched("Starts.deep", setting.watched("capture=exact"), PAUSE));
        }
        rows.add(Row.alone("a bare `new Throwable()`, 40 frames deep, ns", jdk.version(), throwable));
        rows.add(Row.over("a virtual thread, started 40 frames deep, with `capture=exact`, ns", jdk.version(), deep, null));
        rows.add(new Row("the same price, in bare `new Throwable()`", jdk.version(), null, null,
                deep.difference().with(throwable, (price, stack) -> price / stack), "", Goal.EXACT_THREAD));
        rows.add(Row.over("park and unpark of a virtual thread, ns", jdk.version(), rounds.compare("Switches.park"),
                Goal.SWITCH));
        rows.add(Row.over("`yield` of a virtual thread, ns", jdk.version(), rounds.compare("Switches.yield"),
                Goal.SWITCH));
    }
}
