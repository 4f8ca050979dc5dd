// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model;

import java.time.Instant;
import java.util.Map;

/**
 * One task as it is at the moment of the answer.
 *
 * @param id counts up from 1, never reused in the life of the JVM
 * @param kind what sort of work it is
 * @param name the name that the application gave it, else the thread's name or the name of the work's class
 * @param state where it is in its life
 * @param site the first frame of the origin that belongs to the application; null if no stack is known
 * @param parent the task that created it
 * @param createdAt when it was created; null if it was there before the attach
 * @param startedAt when it first ran; null if it has not, or if that is not known
 * @param thread the name of the thread that runs it or ran it last; null if none does
 * @param waitingOn what it waits for, as a class name or a sentence; null if it does not wait or this is not known
 * @param preserved whether its ending outlives the history limit
 * @param runs how many runs a repeated task has begun; 0 for every other kind
 * @param note what the fields above can't say, for example {@code before attach}; null if nothing
 * @param ending how it ended; null while it lives
 * @param labels what the application has labelled it with, values by their keys
 */
public record Task(long id, Kind kind, String name, State state, Frame site, Parent parent, Instant createdAt,
        Instant startedAt, String thread, String waitingOn, boolean preserved, long runs, String note, Ending ending,
        Map<String, String> labels) {

    /** Makes a task without labels. */
    public Task(long id, Kind kind, String name, State state, Frame site, Parent parent, Instant createdAt,
            Instant startedAt, String thread, String waitingOn, boolean preserved, long runs, String note,
            Ending ending) {
        this(id, kind, name, state, site, parent, createdAt, startedAt, thread, waitingOn, preserved, runs, note,
                ending, Map.of());
    }

    /** Returns the same task with labels. */
    public Task labelled(Map<String, String> with) {
        return new Task(id, kind, name, state, site, parent, createdAt, startedAt, thread, waitingOn, preserved, runs,
                note, ending, with);
    }
}
