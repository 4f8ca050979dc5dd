// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A real terminal, by a server of {@code tmux} of its own. */
public final class Tmux implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path socket = Scratch.directory("m").resolve("tmux");

    private Tmux() {}

    /** Returns whether this machine has {@code tmux}. */
    public static boolean present() {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, "tmux")));
    }

    /** Opens a terminal of 80 columns and 24 rows, with the shell of Clew in it. */
    public static Tmux open(Clew clew, String... words) {
        return open(clew, 80, 24, words);
    }

    /** Opens a terminal of a size. */
    public static Tmux open(Clew clew, int columns, int rows, String... words) {
        var command = new ArrayList<>(List.of(clew.java(), "-XX:TieredStopAtLevel=1", "-jar", clew.file().toString()));
        command.addAll(Arrays.asList(words));
        return of("CLEW_DIR=" + clew.sockets(), columns, rows, command);
    }

    /** Opens a terminal of 80 columns and 24 rows, with a program in it. */
    public static Tmux of(String variable, List<String> command) {
        return of(variable, 80, 24, command);
    }

    private static Tmux of(String variable, int columns, int rows, List<String> command) {
        var tmux = new Tmux();
        var words = new ArrayList<>(List.of("-f", "/dev/null", "new-session", "-d", "-s", "it", "-x", "" + columns,
                "-y", "" + rows, "-e", variable));
        words.addAll(command);
        tmux.run(words.toArray(String[]::new));
        return tmux;
    }

    /** Types keys by their names in {@code tmux}; what is no name is typed as it is. */
    public Tmux type(String... keys) {
        run(Stream.concat(Stream.of("send-keys", "-t", "it"), Stream.of(keys)).toArray(String[]::new));
        return this;
    }

    /** Sends characters as they are, as a mouse's reports do. */
    public Tmux literally(String characters) {
        run("send-keys", "-t", "it", "-l", characters);
        return this;
    }

    /** Gives the terminal another size. */
    public void resize(int columns, int rows) {
        run("resize-window", "-t", "it", "-x", "" + columns, "-y", "" + rows);
    }

    /** Returns what is on the screen. */
    public String screen() {
        return run("capture-pane", "-p", "-t", "it");
    }

    /** Waits until a text is on the screen, and returns the screen. */
    public String await(String text) {
        Patience.until(PATIENCE, () -> screen().contains(text));
        assertThat(screen()).contains(text);
        return screen();
    }

    /** Types a key again and again until a text is on the screen. */
    public void insist(String key, String text) {
        Patience.until(PATIENCE, () -> {
            type(key);
            return screen().contains(text);
        });
        assertThat(screen()).contains(text);
    }

    private String run(String... words) {
        try {
            Process process = new ProcessBuilder(Stream.concat(Stream.of("tmux", "-S", socket.toString()),
                    Stream.of(words)).toList()).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as("tmux %s: %s", String.join(" ", words), text).isZero();
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        run("kill-server");
    }
}
