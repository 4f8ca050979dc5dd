// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.CommandProvider;
import dev.clew.it.harness.Clew;
import dev.clew.it.harness.Scratch;
import dev.clew.it.harness.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The examples of {@code docs/api.md}, as they stand there. */
final class Guide {

    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```java\n(.*?public final class (\\w+).*?)^```");
    private static final Path API =
            Path.of(CommandProvider.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    private static final Sources SOURCES = read();

    private Guide() {}

    /** Returns a program of all examples, with a provider that is named in a file of its own. */
    static Sources program() {
        return SOURCES;
    }

    /** Returns the program with the agent's jar on its class path. */
    static Sources withTheAgent() {
        return SOURCES.using(List.of(API, Clew.jar()));
    }

    /** Returns the program with the agent's jar in the directory of the api's. */
    static Sources besideTheAgent() throws IOException {
        Path directory = Scratch.directory("beside");
        Files.copy(Clew.jar(), directory.resolve("clew.jar"));
        return SOURCES.using(List.of(Files.copy(API, directory.resolve("clew-api.jar"))));
    }

    private static Sources read() {
        try {
            String page = Files.readString(Path.of("..", "docs", "api.md"));
            List<MatchResult> examples = EXAMPLE.matcher(page).results().toList();
            assertThat(examples).extracting(example -> example.group(2))
                    .containsExactly("Shop", "Deliveries", "Orders", "Stock");
            assertThat(page.split("```java", -1)).as("examples that are compiled").hasSize(examples.size() + 1);
            Sources sources = Sources.of("Guided.java").using(List.of(API, provider()));
            for (MatchResult example : examples) {
                sources = sources.with(example.group(2) + ".java", example.group(1));
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path provider() throws IOException {
        Path directory = Scratch.directory("provider");
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve("dev.clew.api.CommandProvider"), "Stock\n");
        return directory;
    }
}
