// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The CPU time of Clew's own threads, as the operating system counts it. */
final class CpuTime {

    private static final Path TASKS = Path.of("/proc/self/task");
    private static final int TICK_MILLIS = 10;
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    private CpuTime() {}

    /** Returns milliseconds, in steps of ten; -1 where the system has no {@code /proc}. */
    static long ofOwnThreads() {
        if (!Files.isDirectory(TASKS)) {
            return -1;
        }
        long ticks = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(TASKS)) {
            for (Path thread : threads) {
                ticks += ticksOf(thread);
            }
        } catch (IOException e) {
            return -1;
        }
        return ticks * TICK_MILLIS;
    }

    private static long ticksOf(Path thread) {
        try {
            String line = Files.readString(thread.resolve("stat"));
            if (!line.contains("(clew-")) {
                return 0;
            }
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
        } catch (IOException ended) {
            return 0; // the thread is gone
        }
    }
}
