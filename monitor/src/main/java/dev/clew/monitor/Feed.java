// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor;

import dev.clew.model.answer.Answer;
import java.time.Duration;

/**
 * What a target tells by itself: the answer to one question, and again whenever it is another one.
 *
 * <p><b>Threads</b>: one takes what comes; any may ask and close.
 */
public interface Feed extends AutoCloseable {

    /** Asks another question from now on; the last one counts, and each goes out when the one before is answered. */
    void ask(Question question);

    /**
     * Returns what came next; null if nothing did in so long a time.
     *
     * @throws Refusal if the question has no answer, or if the target is gone
     */
    News next(Duration wait) throws Refusal;

    /** Returns whether nothing can come any more. */
    boolean broken();

    @Override
    void close();

    /**
     * Something that came.
     *
     * @param question what was asked
     * @param answer the answer; a {@link dev.clew.model.answer.Pulse} if there is no other one yet
     */
    record News(Question question, Answer answer) {}
}
