// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.workload;

import dev.clew.benchmarks.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A pause before each batch, outside the measurement: without it creations come faster than Clew decodes them, most
 * take no stack, and the number is too good. At the end it writes down how many still took none.
 */
@State(Scope.Benchmark)
public class Breath {

    private static final long MILLIS = 15;

    /** Waits for the recorder. */
    @Setup(Level.Invocation)
    public void pause() throws InterruptedException {
        Thread.sleep(MILLIS);
    }

    /** Notes how many creations were throttled, and of how many. */
    @TearDown(Level.Trial)
    public void note() throws IOException {
        String directory = System.getProperty("bench.sockets");
        if (directory != null) {
            try (Connection clew = Connection.to(Path.of(directory), ProcessHandle.current().pid())) {
                String status = clew.ask("status", "{}");
                long all = Connection.number(status, "ended") + Connection.number(status, "live");
                Files.writeString(Path.of(directory, "throttled"), Connection.number(status, "throttled") + " " + all
                        + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        }
    }
}
