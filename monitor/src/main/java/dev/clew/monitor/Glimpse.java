// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor;

import dev.clew.model.Frame;
import dev.clew.model.Kind;
import dev.clew.monitor.Source.Sighting;
import java.time.Instant;
import java.util.Optional;

/**
 * A task that goes by: what counting and ordering a million of them needs, without drawing each.
 *
 * <p><b>Threads</b>: the one that visits. <b>Consistency</b>: it stands for the task only while it is visited; what is
 * drawn later is the task as it is then.
 */
public interface Glimpse {

    /** Returns the task's id. */
    long id();

    /** Returns the task's kind. */
    Kind kind();

    /** Returns a number that is the greater the later the task was created; the least one if that is not known. */
    long creation();

    /** Returns a number that is the greater the later the task ended; the least one if it lives. */
    long end();

    /** Returns when it was created, or null. */
    Instant createdAt();

    /** Returns its site, or null. */
    Frame site();

    /** Returns the word of its state, or of its outcome if it has ended; null if that is not known. */
    String tally();

    /** Returns whether it is Clew's or the JVM's own. */
    boolean system();

    /** Returns whether it is a dependent stage that merely passes a value on. */
    boolean folded();

    /** Draws it. */
    Sighting sighting();

    /** Returns what draws it later. */
    Kept keep();

    /** What draws a task later; empty if it is no longer what it was. */
    interface Kept {

        /** Draws the task. */
        Optional<Sighting> drawn();
    }

    /** Returns the glimpse of a task that is drawn already. */
    static Glimpse of(Sighting seen) {
        return new DrawnGlimpse(seen);
    }
}
