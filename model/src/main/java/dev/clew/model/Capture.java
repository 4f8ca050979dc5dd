// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model;

/** How a stack of an origin is known. */
public enum Capture implements Word {
    /** Taken at this very creation. */
    EXACT,
    /** Inferred from other creations with the same key, verified by sampling. */
    SAMPLED,
    /** Not taken, because Clew had reached its own limit. */
    THROTTLED,
    /** Not known; the reason is beside it. */
    UNKNOWN
}
