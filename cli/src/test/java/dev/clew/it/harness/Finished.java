// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * What a process left when it ended.
 *
 * @param status its exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Finished(int status, String out, String err) {

    private static final int PATIENCE_SECONDS = 60;

    /** Runs a process to its end, without input. */
    public static Finished of(ProcessBuilder builder) {
        return of(builder, "");
    }

    /** Runs a process to its end. */
    public static Finished of(ProcessBuilder builder, String input) {
        Path directory = Scratch.directory("run");
        Path in = directory.resolve("in");
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        try {
            Files.writeString(in, input);
            Process process = builder.redirectInput(in.toFile()).redirectOutput(out.toFile())
                    .redirectError(err.toFile()).start();
            try {
                assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .as(() -> builder.command() + " ends within " + PATIENCE_SECONDS + " s").isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                process.destroyForcibly();
            }
            return new Finished(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks the status and that nothing went to standard error. */
    public Finished isFine() {
        assertThat(status).as(() -> "exit status; it wrote:\n" + out + err).isZero();
        assertThat(err).isEmpty();
        return this;
    }

    /** Checks that there was no answer, and one line that tells why, with a remedy. */
    public Finished refused(int expected, String... parts) {
        assertThat(status).as(() -> "exit status; it wrote:\n" + out + err).isEqualTo(expected);
        assertThat(out).isEmpty();
        assertThat(err).startsWith("clew: ").contains("; ").contains(parts);
        assertThat(err.lines()).hasSize(1);
        return this;
    }
}
