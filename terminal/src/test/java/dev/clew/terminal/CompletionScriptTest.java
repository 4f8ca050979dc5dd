// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clew.monitor.Refusal;
import dev.clew.monitor.command.Grammar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionScriptTest {

    private static final CompletionScript SCRIPT = new CompletionScript(Map.of("list", "the machine's JVMs"));

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "whe                 | where where-terminated",
        "li                  | list",
        "-p 12 can           | cancel",
        "ps --gr             | --group-by",
        "-p 12 pt --unob     | --unobserved",
        "ps --kind vi        | virtual",
        "pt --outcome time   | timed-out",
        "where 4             | 41 42",
        "-p 12 cancel 5      | 57",
        "wt 9                | 99",
    })
    void completesInBash(String line, String expected) throws Exception {
        Path script = write("bash");
        // Stands for the program: the live tasks, and the ended ones.
        Path clew = directory.resolve("clew");
        Files.writeString(clew, "#!/bin/sh\ncase \"$*\" in *ps*) echo 41; echo 42; echo 57;; *pt*) echo 99;; esac\n");
        assertThat(clew.toFile().setExecutable(true)).isTrue();
        String words = "clew " + line;
        List<String> ran = run("bash", "-c", "source " + script + "; COMP_WORDS=(" + words + "); COMP_CWORD="
                + (words.split(" +").length - 1) + "; COMP_WORDS[0]=" + clew + "; _clew; echo \"${COMPREPLY[@]}\"");

        assertThat(ran).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void namesEveryCommandAndOption(String shell) throws Refusal {
        String text = SCRIPT.of(shell);

        Grammar.commands().stream().filter(command -> !command.name().equals("exit")).forEach(command -> {
            assertThat(text).contains(command.name());
            command.options().forEach(option -> assertThat(text).contains(option.name().substring(2)));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void isAScriptOfItsShell(String shell) throws Exception {
        assumeTrue(present(shell), shell + " is not on this machine");

        assertThat(run(shell, "-n", write(shell).toString())).isEmpty();
    }

    @Test
    void refusesOtherShells() {
        assertThatThrownBy(() -> SCRIPT.of("csh")).hasMessage("no completion for csh");
    }

    private static boolean present(String shell) {
        return List.of(System.getenv("PATH").split(":")).stream().anyMatch(path -> Files.isExecutable(Path.of(path, shell)));
    }

    private Path write(String shell) throws Refusal, IOException {
        return Files.writeString(directory.resolve("script." + shell), SCRIPT.of(shell));
    }

    private static List<String> run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text.lines().toList();
    }
}
