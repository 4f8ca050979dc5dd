// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model.json;

/** A text is not JSON, or not the JSON of the record that was asked for. */
public final class MalformedJson extends Exception {

    MalformedJson(String message, Throwable cause) {
        super(message, cause);
    }
}
