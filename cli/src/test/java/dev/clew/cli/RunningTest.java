// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTest {

    @TempDir
    private Path home;

    private Path jar;
    private String before;

    @BeforeEach
    void runFromAJar() throws Exception {
        jar = Files.createFile(home.resolve("clew.jar"));
        before = System.setProperty("clew.jar", jar.toString());
    }

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty("clew.jar");
        } else {
            System.setProperty("clew.jar", before);
        }
    }

    @Test
    void putsTheAgentBehindTheJavaWord() throws Exception {
        assertThat(Running.command(List.of("--", "/opt/jdk/bin/java", "-Xmx1g", "Main")))
                .containsExactly("/opt/jdk/bin/java", "-javaagent:" + jar, "-Xmx1g", "Main");
        assertThat(Running.command(List.of("--option", "a=b c", "--", "java", "Main")))
                .containsExactly("java", "-javaagent:" + jar + "=a=b%20c", "Main");
    }

    @Test
    void refusesWhatDoesNotStartJava() {
        assertThatThrownBy(() -> Running.command(List.of("--", "./gradlew", "run")))
                .hasMessage("run starts java alone, not ./gradlew");
        assertThatThrownBy(() -> Running.command(List.of("--"))).hasMessage("run needs a command that starts a JVM");
    }
}
