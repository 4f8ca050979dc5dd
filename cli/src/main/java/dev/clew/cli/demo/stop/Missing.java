// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo.stop;

/** A record that a stop is about is not there. */
public final class Missing extends Exception {

    /** Makes one with what was looked for, for example {@code no failed periodic task}. */
    public Missing(String sought) {
        super(sought);
    }
}
