// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent;

import dev.clew.model.answer.Answer;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import java.util.function.Supplier;

/**
 * The near door, made when the first question comes, so that a JVM that starts loads nothing of what answers.
 *
 * <p><b>Threads</b>: those of clients.
 */
final class FirstQuestion implements Target {

    private final Supplier<Target> maker;
    private Target made;

    FirstQuestion(Supplier<Target> maker) {
        this.maker = maker;
    }

    @Override
    public Answer ask(Question question) throws Refusal {
        return target().ask(question);
    }

    private synchronized Target target() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }

    /** Returns a door of one client's own, made when that client asks something. */
    @Override
    public Target forClient() {
        return new FirstQuestion(() -> target().forClient());
    }

    @Override
    public synchronized void close() {
        if (made != null) {
            made.close();
        }
    }
}
