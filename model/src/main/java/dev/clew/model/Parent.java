// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model;

/**
 * The task that was running when another one was created.
 *
 * @param relation {@code task} if it is known, {@code root} if there was none, {@code unknown} with a reason
 * @param task the parent's id, or null
 * @param name the parent's name, or null
 * @param reason why the parent is not known, for example {@code before attach}; null otherwise
 */
public record Parent(String relation, Long task, String name, String reason) {

    /** Returns the parent of a task that no task created. */
    public static Parent root() {
        return new Parent("root", null, null, null);
    }

    /** Returns a known parent. */
    public static Parent of(long task, String name) {
        return new Parent("task", task, name, null);
    }

    /** Returns a parent that is not known, with the reason. */
    public static Parent unknown(String reason) {
        return new Parent("unknown", null, null, reason);
    }
}
