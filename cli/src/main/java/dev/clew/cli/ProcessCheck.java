// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import dev.clew.monitor.Refusal;
import dev.clew.monitor.wire.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Looks at a process before the attach mechanism sends it SIGQUIT, which kills what is no JVM.
 *
 * @param pid the process
 * @param proc its directory in the process file system
 */
record ProcessCheck(long pid, Path proc) {

    private static final long QUIT = 1L << 2;

    static ProcessCheck of(long pid) {
        return new ProcessCheck(pid, Path.of("/proc", Long.toString(pid)));
    }

    /** Refuses a process that can't be attached to or that would be harmed. */
    void attachable() throws Refusal {
        if (ProcessHandle.of(pid).isEmpty()) {
            throw Refusal.absent("no process " + pid, "clew list shows the JVMs");
        }
        if (!Files.isDirectory(proc)) {
            return;
        }
        long own = User.own();
        long owner = User.ofProcess(Long.toString(pid));
        if (own != owner && own != User.ROOT) {
            throw Refusal.absent("process " + pid + " belongs to another user (id " + owner + ")",
                    "run clew as that user, for example with sudo -u '#" + owner + "'");
        }
        if (!hasJvm()) {
            throw Refusal.absent("process " + pid + " is not a JVM", "clew list shows the JVMs");
        }
        if (mentions("-XX:+DisableAttachMechanism")) {
            throw Refusal.absent("process " + pid + " was started with -XX:+DisableAttachMechanism",
                    "start it again without, or with -javaagent: and the path that clew jar prints");
        }
        if (!stopped() && !awaitsQuit()) {
            throw Refusal.absent("process " + pid + " does not take attach requests (it was started with -Xrs, or is "
                    + "just starting)", "try again, or start it with -javaagent: and the path that clew jar prints");
        }
        if (stopped()) {
            throw Refusal.absent("process " + pid + " is stopped", "kill -CONT " + pid + " lets it go on");
        }
    }

    private boolean hasJvm() throws Refusal {
        try (Stream<String> maps = Files.lines(proc.resolve("maps"), StandardCharsets.ISO_8859_1)) {
            return maps.anyMatch(line -> line.contains("libjvm"));
        } catch (IOException | UncheckedIOException e) {
            throw Refusal.absent("process " + pid + " can't be looked at (" + e.getMessage() + ")",
                    "run clew as the user of that process, or as root");
        }
    }

    private boolean mentions(String flag) {
        return read("cmdline").contains(flag)
                || read("environ").lines().anyMatch(line -> line.contains("_OPTIONS=") && line.contains(flag));
    }

    private boolean stopped() {
        return status("State:").startsWith("T");
    }

    /** Returns whether the process handles SIGQUIT, waiting a moment for a JVM that is just starting. */
    private boolean awaitsQuit() {
        for (int i = 0; i < 20; i++) {
            String caught = status("SigCgt:");
            if (caught.isEmpty() || (Long.parseUnsignedLong(caught, 16) & QUIT) != 0) {
                return true;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        return false;
    }

    private String status(String key) {
        return read("status").lines()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).strip())
                .findFirst()
                .orElse("");
    }

    private String read(String file) {
        try {
            return Files.readString(proc.resolve(file), StandardCharsets.ISO_8859_1).replace('\0', '\n');
        } catch (IOException e) {
            return "";
        }
    }
}
