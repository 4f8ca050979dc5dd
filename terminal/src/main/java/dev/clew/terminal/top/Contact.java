// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.monitor.wire.Greeting;
import java.time.Duration;
import java.time.Instant;

/**
 * How things stand with the target.
 *
 * @param greeting who it is
 * @param lost why there is no connection; null if there is one
 * @param heardAt when something came last, by our clock; null if nothing has come yet
 */
record Contact(Greeting greeting, String lost, Instant heardAt) {

    /** Nothing for longer than this is worth a word: a target says once a second that it is there. */
    private static final Duration QUIET = Duration.ofMillis(2_900);

    /** Returns for how long nothing has come, in seconds; 0 as long as that is usual. */
    long silence(Instant now) {
        Duration quiet = heardAt == null ? Duration.ZERO : Duration.between(heardAt, now);
        return quiet.compareTo(QUIET) < 0 ? 0 : quiet.toSeconds() + (quiet.toMillisPart() >= 900 ? 1 : 0);
    }

    Contact heard(Instant now) {
        return new Contact(greeting, null, now);
    }

    Contact lost(String why) {
        return new Contact(greeting, why, heardAt);
    }
}
