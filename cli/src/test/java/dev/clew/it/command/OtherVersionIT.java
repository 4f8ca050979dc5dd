// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Arrival;
import dev.clew.it.harness.Clew;
import dev.clew.it.harness.Jdk;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Patience;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import dev.clew.model.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two versions of Clew take turns in one JVM, and never share it. */
class OtherVersionIT {

    private static Path other;

    @BeforeAll
    static void build() {
        other = OtherVersion.jar();
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void theNewerOneAttachesOnceTheOlderOneHasLeft(Setting setting) {
        try (Program program = Launch.of(setting, Sources.of("Bystander.java"), "Bystander").start()) {
            String own = program.watched().status().clew();
            Clew newer = program.clew().from(other);
            newer.attach(program.pid()).refused(1, "is watched by Clew " + own + " already",
                    "clew detach " + program.pid() + " first");

            detach(program);
            assertThat(newer.attach(program.pid()).isFine().out()).contains(OtherVersion.NUMBER);
            assertThat(program.watched().status().clew()).isEqualTo(OtherVersion.NUMBER);
            program.tell("work");
            program.watched().expectTask().named("Business").kind(Kind.POOL).createdBy("main").once();
            program.clew().attach(program.pid()).refused(1, "is watched by Clew " + OtherVersion.NUMBER + " already");

            detach(program);
            program.clew().attach(program.pid()).isFine();
            assertThat(program.watched().status().clew()).isEqualTo(own);
            assertThat(program.tell("sum")).isEqualTo("15");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void aSecondAgentAtStartLeavesTheFirstOneAlone(Jdk jdk) {
        Launch launch = Launch.of(jdk, Sources.of("Bystander.java"), "Bystander").agent(Arrival.AT_START)
                .jvmAfter("-javaagent:" + other);
        try (Program program = launch.start()) {
            assertThat(program.tell("sum")).isEqualTo("15");
            assertThat(program.watched().status().clew()).isNotEqualTo(OtherVersion.NUMBER);
            assertThat(program.end()).isEqualTo(7);
        }
    }

    private static void detach(Program program) {
        program.forget();
        program.clew().run("detach", Long.toString(program.pid())).isFine();
        assertThat(Patience.until(() -> !Files.exists(program.socket()))).isTrue();
    }
}
