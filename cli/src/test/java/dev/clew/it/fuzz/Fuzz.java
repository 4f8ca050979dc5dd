// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

import dev.clew.it.harness.Arrival;
import dev.clew.it.harness.Jdk;
import dev.clew.it.harness.Jdks;
import dev.clew.it.harness.Setting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs programs seed by seed until enough tasks were compared: {@code ./fuzz}. */
public final class Fuzz {

    private static final int SIZE = 150;
    private static final int ROUNDS = 20;
    private static final long TASKS = 100_000;
    private static final Set<String> OPTIONS = Set.of("--tasks", "--seed", "--jdk", "--settle");

    private final Map<String, Long> options = new HashMap<>();
    private final Map<Jdk, Long> compared = new HashMap<>();
    private final Map<Jdk, Long> unknown = new HashMap<>();
    private int failed;

    private Fuzz() {}

    /** Runs until so many tasks are compared on each JDK, from a seed on if one is given; or that seed alone. */
    public static void main(String[] words) {
        var fuzz = new Fuzz();
        for (int i = 0; i < words.length; i += 2) {
            if (i + 1 == words.length || !OPTIONS.contains(words[i]) || !words[i + 1].matches("\\d{1,18}")) {
                System.err.println("fuzz: " + words[i] + " is not understood; "
                        + "write: ./fuzz [--tasks N] [--seed S] [--jdk 17|25] [--settle N]");
                System.exit(2);
            }
            fuzz.options.put(words[i], Long.parseLong(words[i + 1]));
        }
        System.exit(fuzz.run() ? 0 : 1);
    }

    private boolean run() {
        List<Jdk> jdks = Jdks.tested().stream()
                .filter(jdk -> options.getOrDefault("--jdk", (long) jdk.feature()) == jdk.feature()).toList();
        long first = options.getOrDefault("--seed", System.nanoTime() & 0xFFFF_FFFFL);
        boolean one = options.containsKey("--seed") && !options.containsKey("--tasks");
        long tasks = one ? 1 : options.getOrDefault("--tasks", TASKS);
        for (long seed = first; !jdks.isEmpty() && least(jdks) < tasks && seed < first + tasks; seed++) {
            for (Jdk jdk : jdks) {
                trial(Trial.of(seed, SIZE, ROUNDS, new Setting(jdk, Arrival.AT_START)).settling(settle()));
                trial(Trial.of(seed, SIZE, ROUNDS, new Setting(jdk, Arrival.LATE)).settling(settle()));
            }
        }
        System.out.println("from seed " + first + ": tasks compared " + compared + ", unknown " + unknown + ", " + failed
                + " trials with differences");
        return failed == 0 && least(jdks) >= tasks;
    }

    private int settle() {
        return options.getOrDefault("--settle", 32L).intValue();
    }

    private long least(List<Jdk> jdks) {
        return jdks.stream().mapToLong(jdk -> compared.getOrDefault(jdk, 0L)).min().orElse(0);
    }

    private void trial(Trial trial) {
        Verdict verdict = trial.run();
        compared.merge(trial.setting().jdk(), verdict.compared(), Long::sum);
        unknown.merge(trial.setting().jdk(), (long) verdict.unknown().size(), Long::sum);
        failed += verdict.clean() ? 0 : 1;
        System.out.println(verdict.clean() ? "seed " + trial.seed() + " on " + trial.setting() + ": "
                + verdict.compared() + " tasks" : trial.keep(verdict));
    }
}
