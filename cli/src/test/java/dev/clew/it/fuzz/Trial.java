// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

import dev.clew.it.harness.Arrival;
import dev.clew.it.harness.Clew;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Patience;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import dev.clew.model.answer.SiteList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One program, run under Clew.
 *
 * @param seed what it is planned from
 * @param size of about how many tasks it consists
 * @param rounds how often its tree is run
 * @param setting the JDK, and when the agent comes
 * @param jar the agent
 * @param settle after how many equal stacks a place takes no more of them
 * @param patience how long to wait until what Clew says is complete
 */
record Trial(long seed, int size, int rounds, Setting setting, Path jar, int settle, Duration patience) {

    private static final int AT_ONCE = 5;
    private static final int SHOWN = 40;
    private static final int MODERN = 25;
    private static final int SETTLE = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Returns a trial of the agent as it was built. */
    static Trial of(long seed, int size, int rounds, Setting setting) {
        return new Trial(seed, size, rounds, setting, Clew.jar(), SETTLE, PATIENCE);
    }

    /** Returns the same trial of an agent whose places settle after so many equal stacks. */
    Trial settling(int stacks) {
        return new Trial(seed, size, rounds, setting, jar, stacks, patience);
    }

    /** Runs the program and compares. */
    Verdict run() {
        Plan plan = plan();
        try (Program program = launch(Scribe.sources(plan)).start()) {
            return verdict(program, plan);
        } catch (AssertionError e) {
            var stuck = new Difference("program", "course", "complete", e.getMessage());
            return new Verdict(0, 0, List.of(), List.of(stuck));
        }
    }

    /** Writes down what is wrong, with the program, and returns the report. */
    String keep(Verdict verdict) {
        Plan plan = plan();
        String report = report(verdict);
        write(plan, Scribe.sources(plan), report);
        return report;
    }

    private Plan plan() {
        return Weaver.plan(seed, setting.jdk().feature() >= MODERN, size);
    }

    private Launch launch(Sources sources) {
        return Launch.of(setting, sources, "Woven").jar(jar).option("memory=256m").option("settle=" + settle).jvm("-Xmx512m", "-Xss512k",
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=256");
    }

    private Verdict verdict(Program program, Plan plan) {
        for (int left = rounds; left > 0; left -= AT_ONCE) {
            program.tell("weave " + Math.min(left, AT_ONCE));
        }
        List<Truth> truths = Truth.of(plan);
        program.tell("linger");
        Verdict live = patiently(() -> {
            Evidence evidence = Evidence.gather(program.watched());
            return Comparison.ofLive(truths, evidence, setting.arrival(), plan)
                    .and(Numbers.ofTasks(program.watched().sites(), evidence));
        });
        program.tell("settle");
        Verdict ended = patiently(() -> {
            Evidence evidence = Evidence.gather(program.watched());
            SiteList sites = program.watched().sites();
            return Comparison.of(truths, evidence, setting.arrival(), rounds + 1)
                    .and(Numbers.ofTasks(sites, evidence)).and(Numbers.ofPlan(sites, truths, evidence, rounds + 1));
        });
        return live.and(ended);
    }

    private Verdict patiently(Supplier<Verdict> comparison) {
        Verdict[] last = new Verdict[1];
        Patience.until(patience, () -> {
            last[0] = comparison.get();
            return last[0].clean();
        });
        return last[0].clean() ? last[0] : comparison.get(); // the last look may have begun before the time was over
    }

    private String report(Verdict verdict) {
        String lines = verdict.differences().stream().limit(SHOWN).map(Difference::toString)
                .collect(Collectors.joining("\n"));
        return "seed " + seed + " on " + setting + ": " + verdict.differences().size() + " differences, "
                + verdict.unknown().size() + " unknown of " + verdict.compared() + " tasks\n" + lines
                + verdict.unknown().stream().limit(SHOWN).map(line -> "\nunknown: " + line)
                        .collect(Collectors.joining())
                + "\nagain: ./fuzz --seed " + seed + " --jdk " + setting.jdk().feature()
                + " --settle " + settle + "; the program is in "
                + directory();
    }

    private Path directory() {
        return Path.of("target", "fuzz", seed + "-" + setting.jdk().feature()).toAbsolutePath();
    }

    private void write(Plan plan, Sources sources, String report) {
        try {
            Files.createDirectories(directory());
            for (var file : sources.files().entrySet()) {
                Files.writeString(directory().resolve(file.getKey()), file.getValue());
            }
            String label = setting.arrival() == Arrival.LATE ? "-late" : "";
            Files.writeString(directory().resolve("report" + label + ".txt"), report + "\n");
            Files.writeString(directory().resolve("truth.txt"), Truth.of(plan).stream()
                    .map(Truth::toString).collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
