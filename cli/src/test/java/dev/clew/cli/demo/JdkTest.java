// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTest {

    @TempDir
    private Path home;

    @Test
    void knowsAJdkByItsReleaseAndItsCompiler() throws IOException {
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25.0.1\"\n");
        assertThat(Jdk.at(home)).isEmpty();

        Files.createDirectories(home.resolve("bin"));
        assertThat(Files.createFile(home.resolve("bin/javac")).toFile().setExecutable(true)).isTrue();
        assertThat(Jdk.at(home)).contains(new Jdk(home, 25));

        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"26-ea\"\n");
        assertThat(Jdk.at(home)).contains(new Jdk(home, 26));
        assertThat(Jdk.at(home.resolve("nothing"))).isEmpty();
    }

    @Test
    void looksWhereJdksUsuallyAre() throws IOException {
        Path kept = Files.createDirectories(home.resolve(".sdkman/candidates/java/25-tem"));

        assertThat(Jdk.candidates(Map.of("JAVA_HOME_25_X64", "/here/25", "PATH", "/bin"), home))
                .contains(Path.of("/here/25"), kept).doesNotContain(Path.of("/bin"));
    }
}
