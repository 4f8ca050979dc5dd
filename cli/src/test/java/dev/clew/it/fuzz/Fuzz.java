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

/** Runs programs seed by seed until enough tasks were compared: {@code ./fuzz}. */
public final class Fuzz {

    private static final int SIZE = 150;
    private static final int ROUNDS = 20;

    private final Map<String, Long> options = new HashMap<>(Map.of("--tasks", 100_000L, "--seed", 0L, "--jdk", 0L));
    private final Map<Jdk, Long> compared = new HashMap<>();
    private long total;
    private long unknown;
    private int failed;

    private Fuzz() {}

    /** Runs until so many tasks are compared, or one seed if one is given. */
    public static void main(String[] words) {
        var fuzz = new Fuzz();
        for (int i = 0; i < words.length; i += 2) {
            if (i + 1 == words.length || !fuzz.options.containsKey(words[i]) || !words[i + 1].matches("\\d{1,18}")) {
                System.err.println("fuzz: " + words[i] + " is not understood; "
                        + "write: ./fuzz [--tasks N] [--seed S] [--jdk 17|25]");
                System.exit(2);
            }
            fuzz.options.put(words[i], Long.parseLong(words[i + 1]));
        }
        System.exit(fuzz.run() ? 0 : 1);
    }

    private boolean run() {
        long seed = options.get("--seed");
        if (seed != 0) {
            trials(seed);
        }
        for (long next = System.nanoTime() & 0xFFFF_FFFFL; seed == 0 && total < options.get("--tasks"); next++) {
            trials(next);
        }
        System.out.println(total + " tasks compared " + compared + ", " + unknown + " unknown, " + failed
                + " trials with differences");
        return failed == 0;
    }

    private void trials(long seed) {
        long wanted = options.get("--jdk");
        for (Jdk jdk : Jdks.tested()) {
            for (Arrival arrival : List.of(Arrival.AT_START, Arrival.LATE)) {
                if (wanted == 0 || wanted == jdk.feature()) {
                    trial(Trial.of(seed, SIZE, ROUNDS, new Setting(jdk, arrival)));
                }
            }
        }
    }

    private void trial(Trial trial) {
        Verdict verdict = trial.run();
        total += verdict.compared();
        unknown += verdict.unknown().size();
        compared.merge(trial.setting().jdk(), verdict.compared(), Long::sum);
        failed += verdict.clean() ? 0 : 1;
        System.out.println(verdict.clean() ? "seed " + trial.seed() + " on " + trial.setting() + ": "
                + verdict.compared() + " tasks" : trial.keep(verdict));
    }
}
