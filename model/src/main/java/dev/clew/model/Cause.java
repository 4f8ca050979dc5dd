// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model;

import java.time.Instant;
import java.util.List;

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
 * @param reason the reason given, or why the actor is not known; null if neither
 */
public record Cause(String act, Long task, String name, Kind kind, String present, String thread, Instant at,
        List<Frame> stack, String reason) {}
