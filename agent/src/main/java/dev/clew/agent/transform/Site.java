// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

/** The place in a method where a hook is called. */
sealed interface Site {

    /** Before the first instruction. */
    record Entry() implements Site {}

    /** Before each return. */
    record Exit() implements Site {}

    /** Where an exception leaves the method. */
    record Throwing() implements Site {}

    /** Where the method itself catches a Throwable. */
    record Catching() implements Site {}

    /** Before each call of a method. */
    record Before(String owner, String name) implements Site {}

    /** After each call of a method. */
    record After(String owner, String name) implements Site {}

    /** After each assignment of a future's result, by a store or by a compare-and-set that may fail. */
    record Completing() implements Site {}
}
