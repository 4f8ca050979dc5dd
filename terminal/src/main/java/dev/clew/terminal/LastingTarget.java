// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import dev.clew.model.answer.Answer;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import dev.clew.monitor.wire.Greeting;
import dev.clew.monitor.wire.RemoteTarget;
import java.time.Duration;
import java.time.Instant;

/**
 * A target that outlives its connection: it is connected to again, also when it was restarted under the same name.
 *
 * <p><b>Threads</b>: one asks; any may read the greeting.
 */
public final class LastingTarget implements Target {

    private final Finder finder;
    private final Duration patience;
    private volatile RemoteTarget current;
    private Instant since = Instant.now();

    /** Makes one of a connection; gives up on a later one when nothing comes from it for so long. */
    public LastingTarget(RemoteTarget first, Finder finder, Duration patience) {
        this.current = first;
        this.finder = finder;
        this.patience = patience;
    }

    /** Returns who answers at present. */
    public Greeting greeting() {
        return current.greeting();
    }

    /** Returns what connects again. */
    Finder finder() {
        return finder;
    }

    /** Returns another connection to who answers at present, which gives up sooner. */
    RemoteTarget beside(Duration patience) throws Refusal {
        return finder.find(greeting(), since, patience);
    }

    @Override
    public boolean knows(String need) {
        return current.knows(need);
    }

    @Override
    public Answer ask(Question question) throws Refusal {
        if (current.broken()) {
            again();
        }
        RemoteTarget asked = current;
        try {
            return asked.ask(question);
        } catch (Refusal e) {
            if (asked.broken() && !(question instanceof Question.Detach) && !asked.silent()) {
                again();
            }
            throw e;
        }
    }

    /** Connects again; to another process only with a word, because its ids are others. */
    private void again() throws Refusal {
        Greeting last = greeting();
        RemoteTarget found = finder.find(last, since, patience);
        current.close();
        current = found;
        Greeting now = found.greeting();
        if (now.pid() != last.pid()) {
            since = Instant.now();
            throw Refusal.absent("process " + last.pid() + " has gone, and process " + now.pid() + " is " + now.name()
                    + " now", "this shell asks that one from here on; its tasks have ids of their own");
        }
    }

    @Override
    public void close() {
        current.close();
    }
}
