// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** By TCP, code is run for whoever was told to be allowed to, and for nobody else. */
class RemoteConsoleIT {

    private static Program start(Setting setting, String role) {
        return Launch.of(setting, Sources.of("Shop.java"), "com.example.shop.Shop").option("console=on")
                .option("listen=0").option("listen-role=" + role).start();
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void answersWhoMayEvaluate(Setting setting) throws IOException {
        try (Program program = start(setting, "eval")) {
            Door door = Door.of(program);
            assertThat(Netcat.send(door, door.token() + "\nconsole 'println(7); com.example.shop.Shop.ORDERS.size()'\n"
                    + "console --wait 300ms 'Thread.sleep(1_000_000)'\nexit\n")).isEqualTo("7\n2\nclew: stopped\n");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#atStart")
    void refusesWhoMayOnlyAct(Setting setting) throws IOException {
        try (Program program = start(setting, "act")) {
            Door door = Door.of(program);
            assertThat(Netcat.send(door, door.token() + "\nconsole 1\nexit\n"))
                    .startsWith("clew: this connection may act, not eval; ").hasLineCount(1);
        }
    }
}
