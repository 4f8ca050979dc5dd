// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model;

import java.util.List;

/**
 * One creation on the way from the root to a task: a task, and its stack when it created the next one.
 *
 * @param task the id of the creating task; null if it is not known
 * @param name its name, or null
 * @param kind its kind, or null
 * @param capture how the stack is known
 * @param reason why the step is not fully known, for example {@code before attach}; null if it is
 * @param stack the stack of the creation, innermost frame first
 * @param dropped how many creations between this step and the next one are no longer held; 0 if none
 */
public record OriginStep(Long task, String name, Kind kind, Capture capture, String reason, List<Frame> stack,
        long dropped) {}
