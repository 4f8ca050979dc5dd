// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Who ended a task, and from where.
 *
 * @param act what was called: {@code cancel}, {@code interrupt}, {@code shutdownNow}, {@code complete} or the like
 * @param task the id of the task that acted; null if it is not known
 * @param name that task's name, or null
 * @param kind that task's kind, or null
 * @param present what that task does now: {@code running}, {@code queued}, an outcome, or {@code dropped}
 * @param thread the name of the thread that acted
 * @param at when
 * @param stack the stack of that moment, innermost frame first
 * @param reason the reason given, or what is not known; null if neither
 * @param more how many acts like this one came between it and the next one told; 0 if none was left out
 * @param origin the creations that led to the task that acted, root first; empty in a list of tasks, for a root, and
 *         beyond the 32 acts that are nearest to the task
 */
public record Cause(String act, Long task, String name, Kind kind, String present, String thread, Instant at,
        List<Frame> stack, String reason, long more, List<OriginStep> origin) {

    /** Makes a cause after which none is left out, and that does not tell where the task came from. */
    public Cause(String act, Long task, String name, Kind kind, String present, String thread, Instant at,
            List<Frame> stack, String reason) {
        this(act, task, name, kind, present, thread, at, stack, reason, 0, List.of());
    }

    /** Returns whether somebody did the same from the same place, whoever and whenever it was. */
    public boolean like(Cause other) {
        return act.equals(other.act) && kind == other.kind && Objects.equals(name, other.name)
                && Objects.equals(present, other.present) && Objects.equals(reason, other.reason)
                && stack.equals(other.stack);
    }

    /** Returns this cause with so many like it left out after it. */
    public Cause followedBy(long alike) {
        return new Cause(act, task, name, kind, present, thread, at, stack, reason, alike, origin);
    }
}
