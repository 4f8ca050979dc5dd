// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model;

/** How a task ended. */
public enum Outcome implements Word {
    /** It ran to its end. */
    RETURNED,
    /** It threw, or was completed with an error. */
    FAILED,
    /** Somebody cancelled it. */
    CANCELLED,
    /** It stopped because its thread was interrupted. */
    INTERRUPTED,
    /** Its time was over. */
    TIMED_OUT,
    /** Its executor did not take it. */
    REJECTED,
    /** It was queued when its executor or timer was shut down. */
    ABANDONED,
    /** It was collected without ever ending: nobody was left who could have completed it. */
    LOST
}
