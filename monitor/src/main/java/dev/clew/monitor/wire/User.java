// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Users by their numbers, as the file system knows them. */
public final class User {

    /** The number of the user who may do everything. */
    public static final long ROOT = 0;

    private User() {}

    /** Returns the user that this process runs as; -1 if it can't be told. */
    public static long own() {
        long told = OwnProcess.user();
        if (told >= 0) {
            return told;
        }
        try {
            Path probe = Files.createTempFile("clew", null);
            try {
                return of(probe);
            } finally {
                Files.delete(probe);
            }
        } catch (IOException | RuntimeException e) {
            return ofProcess("self");
        }
    }

    /** Returns the user that a process runs as; -1 if it can't be told. */
    public static long ofProcess(String pid) {
        try {
            return of(Path.of("/proc", pid));
        } catch (IOException | RuntimeException e) {
            return -1;
        }
    }

    static long of(Path path) throws IOException {
        return ((Number) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS)).longValue();
    }
}
