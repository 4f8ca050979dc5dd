// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Lengths of time as people say them, with two units at most. */
final class Age {

    private Age() {}

    /** Returns the time between two moments; {@code unknown} if one of them is. */
    static String between(Instant from, Instant to) {
        return from == null || to == null ? "unknown" : of(Duration.between(from, to));
    }

    /** Returns a length of time, for example {@code 340us}, {@code 12ms}, {@code 4.2s} or {@code 3m 04s}. */
    static String of(Duration time) {
        if (time.isNegative()) {
            return "0s";
        }
        long seconds = time.toSeconds();
        if (seconds >= 86_400) {
            return time.toDays() + "d " + time.toHoursPart() + "h";
        } else if (seconds >= 3_600) {
            return String.format("%dh %02dm", time.toHours(), time.toMinutesPart());
        } else if (seconds >= 60) {
            return String.format("%dm %02ds", time.toMinutes(), time.toSecondsPart());
        } else if (seconds >= 10) {
            return seconds + "s";
        } else if (time.toMillis() >= 1_000) {
            return seconds + "." + time.toMillisPart() / 100 + "s";
        } else if (time.toMillis() >= 1) {
            return time.toMillis() + "ms";
        }
        return time.toNanos() / 1_000 + "us";
    }

    /** Returns a moment with as many digits as the wire has, so that it reads the same near and far. */
    static String moment(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).toString();
    }
}
