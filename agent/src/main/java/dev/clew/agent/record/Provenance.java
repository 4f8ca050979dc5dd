// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.TaskRecord;
import dev.clew.agent.hook.Harvest;
import dev.clew.model.Cause;
import dev.clew.model.Interruption;
import dev.clew.model.OriginStep;
import dev.clew.monitor.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows who ended a task, and who ended that one, and so on.
 *
 * <p><b>Cost</b>: a look-up in the history for each step; a chain is at most as long as the history.
 */
final class Provenance {

    /** So many causes, from the task on, tell where the acting task came from. */
    private static final int ORIGINS = 32;

    private final Recorder recorder;
    private final Lineage lineage;

    Provenance(Recorder recorder, Lineage lineage) {
        this.recorder = recorder;
        this.lineage = lineage;
    }

    /** Returns the causes of an ending, outermost first; stops at a task that still lives, is dropped or was met. */
    List<Cause> of(Ended ended) {
        List<Cause> causes = new ArrayList<>();
        Set<Long> met = new HashSet<>();
        Ended at = ended;
        while (at != null && at.cause() != null && met.add(at.id())) {
            Cause cause = at.cause();
            Ended actor = cause.task() == null ? null : recorder.history().get(cause.task());
            causes.add(told(cause, actor, causes.size() < ORIGINS ? at.actor() : null));
            at = actor;
        }
        Collections.reverse(causes);
        return Folding.of(causes);
    }

    /** Returns the interrupts that were sent to a task. */
    Source.Interrupts of(Interrupted.Held interrupts) {
        List<Interruption> told = new ArrayList<>();
        for (Interrupted interrupted : interrupts.held()) {
            Interruption interrupt = interrupted.interrupt();
            Cause by = interrupt.by();
            Ended sender = by.task() == null ? null : recorder.history().get(by.task());
            told.add(new Interruption(told(by, sender, interrupted.sender()), interrupt.fate(), interrupt.as(),
                    interrupt.at(), interrupt.stack(), interrupt.restored()));
        }
        return new Source.Interrupts(List.copyOf(told), interrupts.left());
    }

    private Cause told(Cause cause, Ended actor, TaskRecord record) {
        List<OriginStep> origin = cause.task() == null || record == null ? List.of() : lineage.of(record);
        return new Cause(cause.act(), cause.task(), cause.name(), cause.kind(), present(cause, actor), cause.thread(),
                cause.at(), cause.stack(), cause.reason(), 0, origin);
    }

    private String present(Cause cause, Ended actor) {
        if (cause.task() == null) {
            return null;
        }
        if (actor != null) {
            return actor.outcome().word();
        }
        Optional<TaskRecord> live = recorder.live(cause.task());
        if (live.isPresent()) {
            return !live.get().begun() && live.get().runner() == null ? "queued" : "running";
        }
        return cause.task() <= Harvest.lastId() ? "dropped" : null;
    }
}
