// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

/** How a structured scope is opened, and how its owner waits. */
enum Joining {

    ALL("StructuredTaskScope.Joiner.<Object>awaitAllSuccessfulOrThrow()"),
    STREAM("StructuredTaskScope.Joiner.<Object>allSuccessfulOrThrow()"),
    /** The first that fails ends it. */
    UNTIL("StructuredTaskScope.Joiner.<Object>allUntil(s -> s.state() == StructuredTaskScope.Subtask.State.FAILED)"),
    /** The first that returns ends it. */
    ANY("StructuredTaskScope.Joiner.<Object>anySuccessfulResultOrThrow()"),
    /** Nothing ends it. */
    EACH("StructuredTaskScope.Joiner.<Object>awaitAll()"),
    /** Its time is over. */
    TIMED("StructuredTaskScope.Joiner.<Object>awaitAll(), "
            + "config -> config.withTimeout(java.time.Duration.ofMillis(300))"),
    /** Its owner leaves it without waiting. */
    LEFT("StructuredTaskScope.Joiner.<Object>awaitAll()");

    /** The arguments of the call that opens it. */
    final String arguments;

    Joining(String arguments) {
        this.arguments = arguments;
    }

    /** Whether its owner is handed what a subtask threw. */
    boolean throwsOn() {
        return this == ALL || this == STREAM;
    }
}
