// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The lines that were typed in earlier shells, in a file that nobody else may read; several shells may add to it.
 *
 * <p>A file that can't be read or written costs the history, and nothing else.
 */
final class HistoryFile {

    private static final int MOST = 1_000;
    /** A line that is longer was pasted rather than typed. */
    private static final int LONGEST = 1_000;

    private final Path file;
    private String last = "";

    HistoryFile(Path file) {
        this.file = file;
    }

    /** Returns where the history of the user of an environment is. */
    static Path place(Map<String, String> environment) {
        String clew = environment.getOrDefault("CLEW_DIR", "");
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        if (!clew.isBlank()) {
            return Path.of(clew, "history").toAbsolutePath();
        }
        return state.startsWith("/") ? Path.of(state, "clew", "history")
                : Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".local", "state", "clew",
                        "history");
    }

    /** Returns where the history of Java is, beside that of commands. */
    static Path ofJava(Map<String, String> environment) {
        return place(environment).resolveSibling("history.java");
    }

    /** Returns the lines, oldest first, each once; shortens a file that has grown long. */
    List<String> lines() {
        try {
            List<String> all = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
            // The newest of equal lines stays.
            Collections.reverse(all);
            List<String> newest = new ArrayList<>(new LinkedHashSet<>(all).stream().limit(MOST).toList());
            Collections.reverse(newest);
            if (all.size() > 2 * MOST) {
                replace(newest);
            }
            return newest;
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
    }

    /** Adds a line, unless it is empty, begins with a blank or is the same as the one before. */
    boolean add(String line) {
        if (line.isBlank() || Character.isWhitespace(line.charAt(0)) || line.equals(last) || line.length() > LONGEST
                || line.indexOf('\n') >= 0) {
            return false;
        }
        last = line;
        try {
            make();
            Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
        } catch (IOException | RuntimeException e) {
            // The line is in this shell's memory; that must do.
        }
        return true;
    }

    private void make() throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private void replace(List<String> lines) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), "history", ".new");
        Files.write(fresh, lines, StandardCharsets.UTF_8);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
