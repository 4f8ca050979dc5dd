// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Creation;
import dev.clew.agent.hook.TaskRecord;
import dev.clew.model.Frame;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * What the stacks of creation tell that one walk meets again and again, found once each.
 *
 * <p><b>Threads</b>: the one that walks. <b>Cost</b>: an entry for each stack, by the identity of its array.
 */
final class Places {

    /** So many tasks back, at most, the nearest site is looked for. */
    private static final int NEAREST = 16;

    private final Traces traces;
    private final Map<StackTraceElement[], Place> known = new IdentityHashMap<>();

    /** A decoded stack, and whether what it made is a dependent stage. */
    private record Place(Trace trace, boolean dependent) {}

    Places(Traces traces) {
        this.traces = traces;
    }

    /** Returns the first frame of the application on the way back to the root, or null. */
    Frame site(TaskRecord record) {
        TaskRecord at = record;
        for (int i = 0; i < NEAREST && at != null; i++) {
            Frame site = of(at.creation).trace.site();
            if (site != null) {
                return site;
            }
            at = at.parent;
        }
        return null;
    }

    /** Returns whether a task is a dependent stage. */
    boolean dependent(TaskRecord record) {
        return of(record.creation).dependent;
    }

    private Place of(Creation creation) {
        StackTraceElement[] stack = creation.stack;
        Place place = stack == null ? null : known.get(stack);
        if (place == null) {
            Trace trace = traces.of(creation);
            place = new Place(trace, Stage.of(trace.frames()).dependent());
            known.put(creation.stack, place);
        }
        return place;
    }
}
