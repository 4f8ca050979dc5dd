// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model;

import java.util.List;

/**
 * A throwable, decoded: no object of the application is held.
 *
 * @param className its class ({@code class} in JSON)
 * @param message its message, or null
 * @param stack its stack, innermost frame first
 * @param causedBy the throwable behind it, or null
 */
public record Failure(@Key("class") String className, String message, List<Frame> stack, Failure causedBy) {

    /** Returns {@code class: message} without the class's package. */
    public String brief() {
        String simple = className.substring(className.lastIndexOf('.') + 1);
        return message == null ? simple : simple + ": " + message;
    }
}
