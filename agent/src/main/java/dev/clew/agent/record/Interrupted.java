// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.TaskRecord;
import dev.clew.model.Interruption;
import java.util.List;

/**
 * One interrupt that was sent to a task.
 *
 * @param interrupt the interrupt, without what its sender does now
 * @param sender the task that sent it, or null
 */
record Interrupted(Interruption interrupt, TaskRecord sender) {

    /**
     * The interrupts of one task.
     *
     * @param held the newest ones, first to last
     * @param left how many there were before these
     */
    record Held(List<Interrupted> held, long left) {

        static final Held NONE = new Held(List.of(), 0);
    }
}
