// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.command;

import java.time.Duration;

/**
 * How often a question is asked.
 *
 * @param every how long to wait between two answers; null to ask once
 * @param times how often; 0 until somebody stops it
 */
public record Repeat(Duration every, int times) {

    /** Asks once. */
    public static final Repeat ONCE = new Repeat(null, 1);

    /** Returns whether nothing but a person ends it. */
    public boolean endless() {
        return times == 0;
    }
}
