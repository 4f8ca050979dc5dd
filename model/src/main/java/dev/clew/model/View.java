// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model;

/** What a full screen shows beside its counts. */
public enum View implements Word {
    /** Live tasks, or groups of them. */
    TASKS,
    /** Ended tasks, or groups of them. */
    ENDINGS,
    /** Executors. */
    POOLS,
    /** One task with its lineage. */
    TASK
}
