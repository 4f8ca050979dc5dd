// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import dev.clew.model.answer.Answer;
import dev.clew.model.answer.Overview;
import dev.clew.model.answer.Pulse;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import java.time.Duration;
import java.time.Instant;

/**
 * A question that is answered again whenever the answer is another one.
 *
 * <p><b>Threads</b>: the one of its client. <b>Cost</b>: as much as the question, at most once in the time that the
 * client chose, and never more than a tenth of one processor: what took long rests nine times as long.
 */
final class Subscription {

    /** Nobody looks more often. */
    static final Duration SHORTEST = Duration.ofMillis(100);
    private static final long PULSE_NANOS = 1_000_000_000;
    private static final int REST = 9;

    private final Message.Request request;
    private final Target target;
    private final long everyNanos;
    private Answer told;
    private Instant lookedAt;
    private long toldAt;
    private long dueAt;

    Subscription(Message.Request request, Target target) {
        this.request = request;
        this.target = target;
        this.everyNanos = Math.max(SHORTEST.toNanos(), request.every() * 1_000_000);
    }

    /** Returns the client's number for it. */
    long id() {
        return request.id();
    }

    /** Returns the first answer. */
    Message first() throws Refusal {
        return tell(look());
    }

    /** Returns how long nothing is to be told. */
    Duration rest() {
        long next = Math.min(dueAt - System.nanoTime(), toldAt + PULSE_NANOS - System.nanoTime());
        return Duration.ofNanos(Math.max(1_000_000, next));
    }

    /** Returns what is to be told now, or null if it is nothing. */
    Message next() throws Refusal {
        if (System.nanoTime() - dueAt >= 0) {
            Answer answer = look();
            if (!same(answer, told)) {
                return tell(answer);
            }
        }
        if (System.nanoTime() - toldAt < PULSE_NANOS) {
            return null;
        }
        toldAt = System.nanoTime();
        return Message.Answered.of(request.id(), new Pulse(lookedAt));
    }

    private Answer look() throws Refusal {
        Instant at = Instant.now();
        long begun = System.nanoTime();
        Answer answer = target.ask(request.with());
        long now = System.nanoTime();
        lookedAt = at;
        dueAt = now + Math.max(everyNanos, REST * (now - begun));
        return answer;
    }

    private Message tell(Answer answer) {
        told = answer;
        toldAt = System.nanoTime();
        return Message.Answered.of(request.id(), answer);
    }

    private static boolean same(Answer now, Answer before) {
        return now instanceof Overview overview && before instanceof Overview last ? overview.sameAs(last)
                : now.equals(before);
    }
}
