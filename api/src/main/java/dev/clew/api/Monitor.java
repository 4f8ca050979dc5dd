// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.api;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What {@link Clew#start} came to: that Clew watches this process, or why it does not.
 *
 * <p><b>Threads</b>: any.
 */
public final class Monitor implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 5;

    private final String problem;
    private Object hold;

    private Monitor(Object hold, String problem) {
        this.hold = hold;
        this.problem = problem;
    }

    /** Returns the handle of an agent that is there; the caller has brought it, or found it. */
    static Monitor of(boolean brought) {
        return new Monitor(Door.say("hold", brought), null);
    }

    /** Returns the handle of an agent that could not come. */
    static Monitor without(String problem) {
        return new Monitor(null, problem);
    }

    /** Returns whether the agent watches this process now. */
    public boolean isWatching() {
        return Door.isOpen();
    }

    /** Returns why the agent could not come; nothing if it came or was there. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /**
     * Takes the agent out again if {@link Clew#start} brought it and every other handle is closed; waits five seconds
     * at most until it has left. Does nothing the second time.
     */
    @Override
    public void close() {
        Object open;
        synchronized (this) {
            open = hold;
            hold = null;
        }
        if (open != null && Door.say("release", open) instanceof CountDownLatch gone) {
            try {
                gone.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
