// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor;

import dev.clew.model.answer.Answer;

/** A JVM that Clew watches, near or far: the only door that a face has to it. */
public interface Target extends AutoCloseable {

    /**
     * Answers one question.
     *
     * @throws Refusal if there is no answer; its message says why and its remedy what to do
     */
    Answer ask(Question question) throws Refusal;

    /** Returns whether what is behind the door knows a need of questions. */
    default boolean knows(String need) {
        return true;
    }

    /** Returns a door for one client alone, which is closed when that client leaves. */
    default Target forClient() {
        return this;
    }

    /** Closes the door; the JVM behind it is left as it is. */
    @Override
    void close();
}
