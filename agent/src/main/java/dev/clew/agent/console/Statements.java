// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

import dev.clew.agent.console.given.StatementThread;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Runs the statements of one console, each on a thread of its own; one that does not stop when it is told to, or whose
 * value does not tell of itself, is left alone, and the console goes on.
 *
 * <p><b>Threads</b>: the console's own runs and waits; any may stop.
 */
final class Statements {

    /** What ran was told to stop. */
    static final class Stopped extends Exception {

        private static final long serialVersionUID = 1L;
    }

    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long TELLING_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final String name;
    private final ClassLoader context;
    private Running current;
    private boolean stopAsked;
    private String abandoned;
    private Runnable first = () -> { };

    Statements(String name, ClassLoader context) {
        this.name = name;
        this.context = context;
    }

    /** Has each thread from now on do something first. */
    synchronized void first(Runnable before) {
        first = before;
    }

    /** Begins a request: nothing of it was asked to stop yet. */
    synchronized void begin() {
        first = () -> { };
        stopAsked = false;
        abandoned = null;
    }

    /** Asks what runs to stop, and whatever of the request comes after it not to begin. */
    synchronized void stop() {
        stopAsked = true;
        if (current != null) {
            current.halt();
        }
        notifyAll();
    }

    synchronized boolean stopped() {
        return stopAsked;
    }

    /** Returns the thread that this request left behind, or null. */
    synchronized String abandoned() {
        return abandoned;
    }

    /** Runs a statement and returns its value as text. */
    String run(Callable<?> statement) throws Throwable {
        Running running = begun(statement);
        try {
            return await(running);
        } finally {
            synchronized (this) {
                current = null;
            }
        }
    }

    private synchronized Running begun(Callable<?> statement) throws Stopped {
        if (stopAsked) {
            throw new Stopped();
        }
        current = new Running(statement);
        current.thread.start();
        return current;
    }

    private synchronized String await(Running running) throws Throwable {
        while (!running.over) {
            long now = System.nanoTime();
            if (running.haltedAt != 0 && now - running.haltedAt > GRACE_NANOS) {
                abandoned = running.thread.getName();
                throw new Stopped();
            }
            if (running.value != null && now - running.toldFrom > TELLING_NANOS) {
                running.thread.halt();
                return ValueText.plain(running.value) + " (its text did not come within 5s, and was given up)";
            }
            TimeUnit.MILLISECONDS.timedWait(this, 100);
        }
        if (running.thrown != null) {
            throw stopAsked ? new Stopped() : running.thrown;
        }
        return running.text;
    }

    private synchronized void finish(Running running, String text, Throwable thrown) {
        running.text = text;
        running.thrown = thrown;
        running.over = true;
        notifyAll();
    }

    private synchronized void telling(Running running, Object value) {
        running.toldFrom = System.nanoTime();
        running.value = value;
    }

    /** One statement and its thread; guarded by the console's statements. */
    private final class Running {

        private final StatementThread thread;
        private final Runnable before = first;
        private Object value;
        private long toldFrom;
        private long haltedAt;
        private String text;
        private Throwable thrown;
        private boolean over;

        Running(Callable<?> statement) {
            thread = new StatementThread(() -> perform(statement), name, context);
        }

        private void perform(Callable<?> statement) {
            try {
                before.run();
                Object result = statement.call();
                telling(this, result);
                finish(this, ValueText.of(result), null);
            } catch (Throwable e) {
                finish(this, null, e); // it is the statement's own, and told of as such
            }
        }

        private void halt() {
            // Who asks again does not begin a new time of grace.
            haltedAt = haltedAt == 0 ? System.nanoTime() : haltedAt;
            thread.halt();
        }
    }
}
