// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RunIT {

    @TempDir
    private Path home;

    @Test
    void watchesFromTheStartAndPassesTheExitStatusOn() throws Exception {
        Process run = run("7");
        try (BufferedReader lines = run.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("napping");
            assertThat(Ran.clew(home.resolve("s"), "ps", "--json").out()).startsWith("{\"total\":");
            run.getOutputStream().close();
            assertThat(run.waitFor()).isEqualTo(7);
        }
    }

    @Test
    void endsItsJvmWhenItIsEnded() throws Exception {
        Process run = run("0");
        try (BufferedReader lines = run.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("napping");
            List<ProcessHandle> children = run.children().toList();
            assertThat(children).hasSize(1);
            run.destroy();
            assertThat(run.waitFor()).isEqualTo(143);
            assertThat(children.get(0).isAlive()).isFalse();
        }
    }

    private Process run(String status) throws Exception {
        var builder = new ProcessBuilder(Ran.java(), "-jar", Ran.JAR.toString(), "run", "--", Ran.java(), "-cp",
                "target/test-classes", Napper.class.getName(), status);
        builder.environment().put("CLEW_DIR", home.resolve("s").toString());
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
