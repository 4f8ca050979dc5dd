// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model;

import java.util.Locale;

/** A constant with one spelling everywhere: in JSON, on screens, in flags and in the documentation. */
public interface Word {

    /** Returns the constant's Java name. */
    String name();

    /** Returns the spelling: lower case, words joined by a hyphen, for example {@code timed-out}. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
