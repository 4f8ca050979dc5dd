// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.ref.WeakReference;

/**
 * Called by structured scopes, whatever shape the JVM gives them.
 *
 * <p>A subtask is the thread that was forked for it; these hooks only tell that it is one, and what it threw.
 *
 * <p><b>Threads</b>: the scope's owner and the subtasks' threads. <b>Cost</b>: two field writes a fork.
 */
public final class ScopeHooks {

    private ScopeHooks() {}

    /** A scope's owner begins to fork this work. */
    public static void forking(Object work) {
        if (Meter.fires(Meter.SCOPE_FORK)) {
            try {
                ThreadParticulars me = Recording.current().midst();
                if (me.forking++ == 0) {
                    me.forked = work; // the innermost call may be given a wrapper of it
                }
            } catch (Throwable t) {
                Meter.failed(Meter.SCOPE_FORK, t);
            }
        }
    }

    /** A fork is over, normally or not. */
    public static void forked() {
        if (Recording.on) {
            try {
                ThreadParticulars me = Recording.current().midst();
                if (me.forking > 0 && --me.forking == 0) {
                    me.forked = null;
                }
            } catch (Throwable t) {
                Meter.failed(Meter.SCOPE_FORK, t);
            }
        }
    }

    /** A subtask's work threw; the scope may drop the error. */
    public static void threw(Throwable error, Object subtask) {
        if (Meter.fires(Meter.SCOPE_THREW)) {
            try {
                ThreadRecord me = Recording.current();
                me.threw(error);
                me.midst().holder = new WeakReference<>(subtask);
            } catch (Throwable t) {
                Meter.failed(Meter.SCOPE_THREW, t);
            }
        }
    }

    /** A subtask's work is over: a scope that was cancelled keeps nothing of it. */
    public static void ran(Object kept) {
        if (kept == null && Recording.on) {
            try {
                Recording.current().midst().thrownAway = true;
            } catch (Throwable t) {
                Meter.failed(Meter.SCOPE_THREW, t);
            }
        }
    }

    /** The scope's own bookkeeping asks for errors from now on, or no longer. */
    public static void joining(boolean now) {
        if (Recording.on) {
            try {
                Recording.current().midst().joining = now;
            } catch (Throwable t) {
                Meter.failed(Meter.SCOPE_THREW, t);
            }
        }
    }

    /** Somebody asks for the error of a subtask, or is handed it. */
    public static void asked(Throwable error) {
        if (Recording.on && error != null) {
            try {
                ThreadParticulars within = Recording.current().within();
                if (within == null || !within.joining) {
                    FailureMark.observed(error);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.SCOPE_THREW, t);
            }
        }
    }
}
