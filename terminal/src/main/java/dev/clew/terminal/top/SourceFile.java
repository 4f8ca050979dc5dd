// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the source that a frame names.
 *
 * @param ending the end of the file's path: its package and its name
 * @param line the line; 1 if the frame does not tell
 */
record SourceFile(Path ending, int line) {

    private static final Pattern FRAME = Pattern.compile("(?:.*/)?([^()/]+)\\.[^.()]+\\(([^():]+)(?::([0-9]+))?\\)");
    /** A tree with more files is not searched to its end. */
    private static final int MOST = 200_000;

    /** Returns the place that a frame names; null if it names none. */
    static SourceFile of(String frame) {
        Matcher parts = FRAME.matcher(frame);
        if (!parts.matches() || !parts.group(2).contains(".")) {
            return null;
        }
        String type = parts.group(1);
        String directory = type.contains(".") ? type.substring(0, type.lastIndexOf('.')).replace('.', '/') : "";
        return new SourceFile(Path.of(directory, parts.group(2)),
                parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3)));
    }

    /** Returns the file below a directory; null if none is found among as many as are looked at. */
    Path below(Path directory) throws IOException {
        var found = new Path[1];
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            private int seen;

            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                String name = path.getFileName() == null ? "" : path.getFileName().toString();
                boolean hidden = name.startsWith(".") && !path.equals(directory) || name.equals("node_modules");
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                found[0] = path.endsWith(ending) ? path : null;
                return found[0] != null || ++seen > MOST ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException unreadable) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found[0];
    }
}
