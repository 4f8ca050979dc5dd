// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0

package com.example.harbor;

/** One bug of concurrent code that unfolds on demand and leaves its traces in the running JVM. */
@FunctionalInterface
public interface Pathology {

    /** Starts the program and returns once its bug has happened. */
    void unfold() throws Exception;
}
