// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import dev.clew.model.answer.Answer;
import dev.clew.model.json.Variant;
import dev.clew.model.json.Variants;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;

/** A line of the protocol after the greeting. */
sealed interface Message {

    /** No request is longer; a longer one is refused and its connection closed. */
    int LONGEST_REQUEST = 1 << 20;

    /** No reply is longer: a client gives up there. */
    int LONGEST_REPLY = 1 << 29;

    /**
     * A question.
     *
     * @param id the client's number for it, repeated in the reply
     * @param ask the question's word
     * @param with the question
     * @param token what lets in whoever has come by TCP, in the first line and without a question; null in any other
     * @param every answers again whenever the answer is another one, at most once in so many milliseconds; 0 for once
     */
    record Request(long id, String ask, @Variant("ask") Question with, String token, long every) implements Message {

        static Request of(long id, Question question) {
            return of(id, question, 0);
        }

        static Request of(long id, Question question, long every) {
            return new Request(id, Variants.word(question.getClass()), question, null, every);
        }
    }

    /**
     * The first line of a client.
     *
     * @param token what lets it in
     */
    record Entry(String token) implements Message {}

    /**
     * An answer.
     *
     * @param id the request's number
     * @param kind the answer's word
     * @param answer the answer
     */
    record Answered(long id, String kind, @Variant("kind") Answer answer) implements Message {

        static Answered of(long id, Answer answer) {
            return new Answered(id, Variants.word(answer.getClass()), answer);
        }
    }

    /**
     * No answer.
     *
     * @param id the request's number; 0 if it could not be read
     * @param refusal why
     */
    record Refused(long id, Turndown refusal) implements Message {

        static Refused of(long id, Refusal refusal) {
            return new Refused(id, new Turndown(refusal.status(), refusal.getMessage(), refusal.remedy()));
        }
    }

    /**
     * What a client reads: an answer or a refusal.
     *
     * @param id the request's number
     * @param kind the answer's word
     * @param answer the answer, or null
     * @param refusal why there is none, or null
     */
    record Reply(long id, String kind, @Variant("kind") Answer answer, Turndown refusal) implements Message {}

    /**
     * A refusal as data.
     *
     * @param status the exit status
     * @param message why
     * @param remedy what to do
     */
    record Turndown(int status, String message, String remedy) {

        Refusal refusal() {
            return status == 2 ? Refusal.usage(message, remedy) : Refusal.absent(message, remedy);
        }
    }
}
