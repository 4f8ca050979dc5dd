// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * Whether anyone has looked at a failure; one mark serves a task that failed and those that its failure was passed
 * on to, which are found by the root error.
 *
 * <p><b>Threads</b>: set by any thread that looks, read by the recorder, which counts the holders.
 */
public final class FailureMark {

    /** Root errors and their marks. */
    static final WeakTable<FailureMark> ALL = new WeakTable<>();
    private static final int DEEPEST_WRAPPING = 8;

    /** {@link #holders} of a failure that may be in futures which are no longer watched. */
    public static final int LOST_COUNT = Integer.MIN_VALUE / 2;

    /** Somebody looked. */
    public volatile boolean observed;
    /** A task has failed with it, and not merely somebody looked who was quicker than the task's record. */
    private volatile boolean owned;
    /** Another mark of the same error has taken its place. */
    volatile boolean superseded;
    /** How many futures hold the failure; the recorder's alone. */
    public int holders;
    /** When the last of them was found to be collected, by {@code System.nanoTime()}; 0 if none was or nobody knows. */
    public volatile long collectedAt;

    /** Returns the mark that all failures with the same root share. */
    static FailureMark of(Throwable error) {
        Throwable root = root(error);
        FailureMark known = ALL.find(root);
        return known != null ? known : ALL.addIfAbsent(root, new FailureMark());
    }

    /**
     * Returns the mark of a task that fails now, by itself. If somebody has looked at the error already, as who throws
     * on what {@code get} threw, then nobody has looked at this failure yet, and whoever looks from now on means it.
     */
    static FailureMark failing(Throwable error) {
        FailureMark known = of(error);
        if (!known.observed || !known.owned) {
            known.owned = true;
            return known;
        }
        known.superseded = true;
        FailureMark fresh = new FailureMark();
        fresh.owned = true;
        ALL.add(root(error), fresh);
        return fresh;
    }

    /** Somebody has looked at a failure; returns its mark. */
    static FailureMark observed(Throwable error) {
        FailureMark mark = of(error);
        mark.observed = true;
        return mark;
    }

    /** Somebody has looked at how a task failed; it may be that its end has not been recorded yet. */
    static void lookedAt(TaskRecord record) {
        Throwable error = record.error();
        FailureMark mark = record.mark();
        if (mark != null) {
            mark.observed = true;
        } else {
            if (error != null) {
                observed(error);
            }
        }
    }

    private static Throwable root(Throwable error) {
        Throwable at = error;
        for (int i = 0; i < DEEPEST_WRAPPING; i++) {
            Class<?> type = at.getClass();
            Throwable cause = type == CompletionException.class || type == ExecutionException.class
                    ? Hosts.cause(at) : null;
            if (cause == null) {
                return at;
            }
            at = cause;
        }
        return at;
    }
}
