// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Patience;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application that is deployed again and again leaves no class loader behind, although its endings are held. */
class RedeployIT {

    private static final Sources SOURCES = Sources.of("Redeployed.java");
    private static final Duration DECODING = Duration.ofSeconds(20);

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#unwatched")
    void theProgramItselfLeavesNoneBehind(Setting setting) {
        try (Program program = Launch.of(setting, SOURCES, "Redeployed").start()) {
            program.tell("deploy 3");
            assertThat(Patience.until(DECODING, () -> left(program) == 0)).as("all class loaders are collected").isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void noClassLoaderIsKept(Setting setting) {
        try (Program program = Launch.of(setting, SOURCES, "Redeployed").start()) {
            program.tell("deploy 30");
            assertThat(Patience.until(DECODING, () -> left(program) == 0))
                    .as(() -> left(program) + " of 30 class loaders are kept").isTrue();

            assertThat(program.watched().ended("Redeployed").tasks()).as("endings").hasSizeGreaterThan(30 * 10)
                    .anyMatch(task -> task.ending().error() != null
                            && task.ending().error().className().equals("Redeployed$Application$Broken"));
            assertThat(Health.problems(program.watched())).isEmpty();
        }
    }

    private static int left(Program program) {
        return Integer.parseInt(program.tell("left"));
    }
}
