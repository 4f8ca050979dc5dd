// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.attach;

import dev.clew.it.harness.Patience;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Watched;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Tells when Clew has left a process: the socket goes first, its threads last. */
final class Detached {

    private Detached() {}

    /** Returns whether Clew leaves a process within ten seconds. */
    static boolean is(Program program) {
        return Patience.until(() -> !Files.exists(program.socket()) && threads(program) == 0);
    }

    /** Returns how many threads of Clew a process has. */
    static int threads(Program program) {
        int count = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/" + program.pid() + "/task"))) {
            for (Path thread : threads) {
                count += isClews(thread) ? 1 : 0;
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isClews(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).startsWith("clew-");
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            return false; // it has just ended
        }
    }

    /** Returns why a question is not answered; null if it is. */
    static Refusal refusal(Watched watched, Question question) {
        try {
            watched.target().ask(question);
            return null;
        } catch (Refusal e) {
            return e;
        }
    }
}
