// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.monitor.Feed;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.wire.Greeting;
import dev.clew.monitor.wire.RemoteTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * The connections to the target: one that it pushes over, made again whenever it breaks, and one for each single
 * question.
 *
 * <p><b>Threads</b>: one listens, and each single question has one of its own, so that a target that hangs keeps nobody
 * from the keys; what comes is taken by {@link #poll}.
 */
final class Switchboard implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration WAIT = Duration.ofMillis(500);

    private final Connector connector;
    private final Queue<Event> events = new ConcurrentLinkedQueue<>();
    private volatile Greeting greeting;
    private volatile Question wanted;
    private volatile Feed feed;
    private volatile boolean closed;
    private Instant since = Instant.now();

    Switchboard(Connector connector, Greeting greeting) {
        this.connector = connector;
        this.greeting = greeting;
    }

    /** Begins to listen. */
    void open() {
        start(this::listen, "clew-top");
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Has the target tell of something else from now on. */
    void want(Question question) {
        wanted = question;
        Feed current = feed;
        if (current != null) {
            current.ask(question);
        }
    }

    /** Returns what came next; null if nothing has come. */
    Event poll() {
        return events.poll();
    }

    private void listen() {
        boolean told = false;
        while (!closed) {
            try (Feed next = connect()) {
                told = false;
                listen(next);
            } catch (Refusal | RuntimeException e) {
                if (!told && !closed) {
                    events.add(new Event.Lost(e instanceof Refusal refusal ? refusal
                            : Refusal.absent("the connection failed (" + e + ")", "it is made again")));
                    told = true;
                }
                pause();
            }
        }
    }

    private Feed connect() throws Refusal {
        RemoteTarget target = connector.connect(greeting, since, PATIENCE);
        if (target.greeting().pid() != greeting.pid()) {
            since = Instant.now();
        }
        greeting = target.greeting();
        try {
            Feed next = target.feed(EVERY);
            events.add(new Event.Met(greeting));
            feed = next;
            next.ask(wanted);
            return next;
        } catch (Refusal e) {
            target.close();
            throw e;
        }
    }

    /** Passes on what a feed tells until it breaks. */
    private void listen(Feed open) throws Refusal {
        while (!closed) {
            try {
                Feed.News news = open.next(WAIT);
                if (news != null) {
                    events.add(new Event.Told(news));
                }
            } catch (Refusal e) {
                if (open.broken()) {
                    throw e;
                }
                events.add(new Event.Refused(e));
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(WAIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks a single question; its answer comes as an event. */
    void ask(Effect.Ask ask) {
        start(() -> events.add(answer(ask)), "clew-top-question");
    }

    private Event answer(Effect.Ask ask) {
        try (RemoteTarget target = connector.connect(greeting, since, PATIENCE)) {
            return new Event.Answered(ask, target.ask(ask.question()));
        } catch (Refusal e) {
            return new Event.Unanswered(ask, e);
        }
    }

    @Override
    public void close() {
        closed = true;
        Feed current = feed;
        if (current != null) {
            current.close();
        }
    }
}
