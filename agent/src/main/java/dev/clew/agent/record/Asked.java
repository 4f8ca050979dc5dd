// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Act;
import dev.clew.agent.hook.TaskRecord;

/** Tells when a task was asked to stop. */
final class Asked {

    private Asked() {}

    /**
     * Returns when an act asked a task to stop, by {@code System.nanoTime()}; 0 if it was meant for other work on the
     * same thread. A cancel first interrupts and then counts as one: it asked when it interrupted.
     */
    static long at(TaskRecord record, Act act, Traces traces) {
        if (act.met != 0 && act.met != record.id) {
            return 0;
        }
        Act interrupt = record.interrupt();
        boolean same = interrupt != null && interrupt.actor == act.actor && interrupt.at - act.at < 0
                && Acts.word(interrupt, traces.of(interrupt)).equals(Acts.word(act, traces.of(act)));
        return same ? interrupt.at : act.at;
    }
}
