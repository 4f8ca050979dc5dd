// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Creation;
import dev.clew.agent.hook.TaskRecord;
import dev.clew.model.Capture;
import dev.clew.model.Kind;
import dev.clew.model.OriginStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Follows a task back to its root. */
final class Lineage {

    private static final Kind[] KINDS = Kind.values();
    private static final int BOUND = 1_000;

    private final Traces traces;
    private final Portraits portraits;

    Lineage(Traces traces, Portraits portraits) {
        this.traces = traces;
        this.portraits = portraits;
    }

    /** Returns the creations that led to a task, root first. */
    List<OriginStep> of(TaskRecord task) {
        List<OriginStep> steps = new ArrayList<>();
        TaskRecord at = task;
        for (int i = 0; i < BOUND && at != null; i++) {
            OriginStep step = step(at);
            if (step != null) {
                steps.add(step);
            }
            at = step == null || step.reason() != null ? null : at.parent;
        }
        Collections.reverse(steps);
        return steps;
    }

    /** Returns the step that made a task; null if the JVM itself made it. */
    private OriginStep step(TaskRecord made) {
        byte capture = made.creation.capture;
        if (capture == Creation.ROOT) {
            return null;
        }
        if (capture == Creation.BEFORE_ATTACH) {
            return new OriginStep(null, null, null, Capture.UNKNOWN, "before attach", List.of(), 0);
        }
        if (portraits.rivals(made)) {
            return new OriginStep(null, null, null, Capture.UNKNOWN,
                    "the same object was submitted more than once", List.of(), 0);
        }
        TaskRecord maker = made.parent;
        return new OriginStep(maker.id, Names.of(maker, traces.of(maker.creation)), KINDS[maker.kind],
                word(capture), null, traces.of(made.creation).frames(),
                made.dropped());
    }

    private static Capture word(byte capture) {
        return switch (capture) {
            case Creation.THROTTLED -> Capture.THROTTLED;
            case Creation.SAMPLED -> Capture.SAMPLED;
            default -> Capture.EXACT;
        };
    }
}
