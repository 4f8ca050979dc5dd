// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model;

/** Where a task is in its life. */
public enum State implements Word {
    /** Created, and not yet begun. */
    QUEUED,
    /** On a thread, and able to go on. */
    RUNNING,
    /** Begun or promised, and waiting for something. */
    WAITING,
    /** Waiting to enter a monitor that another thread holds. */
    BLOCKED,
    /** Over; its ending says how. */
    ENDED
}
