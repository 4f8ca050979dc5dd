// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.monitor.Refusal;
import dev.clew.monitor.wire.Greeting;
import dev.clew.monitor.wire.RemoteTarget;
import java.time.Duration;
import java.time.Instant;

/** Connects to a target, and again after its connection is broken. */
public interface Connector {

    /**
     * Connects to the same process, or else to the one that has taken its place.
     *
     * @param last who answered before
     * @param since when that connection was made: what started earlier has not taken its place
     * @param patience how long to wait for it
     * @throws Refusal if there is none, or if several could be meant
     */
    RemoteTarget connect(Greeting last, Instant since, Duration patience) throws Refusal;
}
