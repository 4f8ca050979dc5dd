// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model;

/** What became of an interrupt. */
public enum Fate implements Word {
    /** The task noticed it where it waited. */
    RECEIVED,
    /** The task cleared its flag by {@code Thread.interrupted}. */
    CLEARED,
    /** The flag is still set, or was when the task ended. */
    PENDING,
    /** The flag is not set, and nobody was seen to clear it. */
    UNKNOWN
}
