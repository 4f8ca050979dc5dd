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
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * A pause before each batch, outside the measurement, if {@code bench.pause} says how many milliseconds: at full speed
 * Clew times and holds few of the tasks, and where each takes its stack it decodes few. At the end it writes down how
 * many took none that should have.
 */
@State(Scope.Benchmark)
public class Breath {

    private static final long MILLIS = Long.getLong("bench.pause", 0);
    private static final long CALM_MILLIS = 500;
    private static final String SOCKETS = System.getProperty("bench.sockets");

    private long pause;
    private long[] before;

    /** Hurries while the JVM warms up; before the first measurement the recorder may catch up. */
    @Setup(Level.Iteration)
    public void begin(IterationParams iteration) throws IOException, InterruptedException {
        boolean warm = iteration.getType() == IterationType.MEASUREMENT;
        pause = warm ? MILLIS : Math.min(1, MILLIS);
        if (warm && before == null) {
            Thread.sleep(CALM_MILLIS);
            before = counts();
        }
    }

    /** Waits for the recorder. */
    @Setup(Level.Invocation)
    public void pause() throws InterruptedException {
        if (pause > 0) {
            Thread.sleep(pause);
        }
    }

    /** Notes how many creations were throttled, and of how many. */
    @TearDown(Level.Trial)
    public void note() throws IOException {
        if (SOCKETS != null) {
            long[] now = counts();
            Files.writeString(Path.of(SOCKETS, "throttled"), now[0] - before[0] + " " + (now[1] - before[1]) + "\n",
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static long[] counts() throws IOException {
        if (SOCKETS == null) {
            return new long[2];
        }
        try (Connection clew = Connection.to(Path.of(SOCKETS), ProcessHandle.current().pid())) {
            String status = clew.ask("status", "{}");
            long all = Connection.number(status, "ended") + Connection.number(status, "live");
            return new long[] {Connection.number(status, "throttled"), all};
        }
    }
}
