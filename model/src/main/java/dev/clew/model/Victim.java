// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model;

import java.time.Instant;

/**
 * A task that another one ended or asked to stop.
 *
 * @param task its id
 * @param name its name
 * @param kind its kind
 * @param act what was called on it, as in {@link Cause}
 * @param outcome how it ended; null while it lives
 * @param at when it was asked to stop
 * @param stoppedAfterMicros how long its code ran on after that; null if it still runs, if none ran, or if this is not
 *         known
 * @param running whether its code still runs
 * @param thread the name of the thread on which it still runs; null if it does not
 */
public record Victim(long task, String name, Kind kind, String act, Outcome outcome, Instant at,
        Long stoppedAfterMicros, boolean running, String thread) {}
