// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Setting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Clew says of random programs is so; {@code ./fuzz} runs more of them. */
class LineageFuzzIT {

    private static final int SIZE = 150;
    private static final int ROUNDS = 5;
    private static final int QUICKLY = 2;
    private static final int MOST_TRIALS = 4;

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void everyTaskHasItsMakerItsOriginAndItsEnd(Setting setting) {
        Trial trial = Trial.of(20_261_123, SIZE, ROUNDS, setting);
        Verdict verdict = trial.run();
        assertThat(verdict.clean()).as(() -> trial.keep(verdict)).isTrue();
        assertThat(verdict.compared()).isGreaterThanOrEqualTo(SIZE * ROUNDS);
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void whatIsSampledIsSoToo(Setting setting) {
        long compared = 0;
        long sampled = 0;
        for (int seed = 20_261_124; sampled == 0 && seed < 20_261_124 + MOST_TRIALS; seed++) { // slow tasks take stacks
            Trial trial = Trial.of(seed, SIZE, ROUNDS, setting).settling(QUICKLY);
            Verdict verdict = trial.run();
            assertThat(verdict.clean()).as(() -> trial.keep(verdict)).isTrue();
            compared += verdict.compared();
            sampled += verdict.sampled();
        }
        assertThat(compared).isGreaterThanOrEqualTo(SIZE * ROUNDS);
        assertThat(sampled).isPositive();
    }
}
