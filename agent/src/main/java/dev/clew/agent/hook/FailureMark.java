// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

/**
 * Whether anyone has looked at a failure; one mark serves every task that failed with the same root error.
 *
 * <p><b>Threads</b>: set by any thread that looks, read by the recorder.
 */
public final class FailureMark {

    /** Somebody looked. */
    public volatile boolean observed;
}
