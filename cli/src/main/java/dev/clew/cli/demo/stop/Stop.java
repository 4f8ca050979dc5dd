// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo.stop;

import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import java.util.List;

/** One stop of the tour: one bug, how it looks from outside, and how Clew finds it. */
public sealed interface Stop permits PileUp, QuietWatcher, StoppedClock, UnseenFailure, CancelledByCancelled,
        LongLineage, BrokenPromise, CancelledSiblings {

    /** Returns the stops in the service. */
    static List<Stop> harbor() {
        return List.of(new PileUp(), new QuietWatcher(), new StoppedClock(), new UnseenFailure(),
                new CancelledByCancelled(), new LongLineage(), new BrokenPromise());
    }

    /** Returns the stop that needs structured concurrency. */
    static Stop structured() {
        return new CancelledSiblings();
    }

    /** Returns its title. */
    String title();

    /** Returns what an engineer would have seen without Clew. */
    String outside();

    /**
     * Asks a target and says what its answers mean.
     *
     * @throws Missing if a record that the stop is about is not there
     * @throws Refusal if the target does not answer
     */
    Scene visit(Target target) throws Missing, Refusal;
}
