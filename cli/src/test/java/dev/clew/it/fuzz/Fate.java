// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

import dev.clew.model.Outcome;

/**
 * How a task is meant to end, with the code of its body's end and of the act that ends it, and with that act's name: that
 * of the call which the JDK makes, or of the one which made the JDK do so.
 */
enum Fate {

    RETURN(Outcome.RETURNED, "return null;", null, null),
    THROW(Outcome.FAILED, "throw new Round.Torn($n);", null, null),
    /** Cancelled while it runs, without an interrupt. */
    CANCEL(Outcome.CANCELLED, "r.hang($n); return null;", "r.future($n).cancel(false);", "cancel"),
    /** Cancelled while it runs, by an interrupt too. */
    CANCEL_HARD(Outcome.CANCELLED, "r.stopWhenInterrupted($n); return null;", "r.future($n).cancel(true);", "cancel"),
    INTERRUPT(Outcome.INTERRUPTED, "r.stopWhenInterrupted($n); return null;", "r.thread($n).interrupt();", "interrupt"),
    /** Interrupted, and returns with the flag set again. */
    INTERRUPT_FLAG(Outcome.INTERRUPTED, "r.hangUntilInterrupted($n, true); return null;", "r.thread($n).interrupt();",
            "interrupt"),
    /** Interrupted, and goes on as if nothing had been. */
    SWALLOW(Outcome.RETURNED, "r.hangUntilInterrupted($n, false); return null;", "r.thread($n).interrupt();",
            "interrupt"),
    /** Interrupts itself, and returns with the flag set. */
    INTERRUPT_ITSELF(Outcome.INTERRUPTED, "Thread.currentThread().interrupt(); return null;", null, "interrupt"),
    /** Completed by somebody else while it runs. */
    BREAK_RUNNING(Outcome.FAILED, "r.hang($n); return null;", "r.breakOff($n);", "completeExceptionally"),
    KEEP_RUNNING(Outcome.RETURNED, "r.hang($n); return null;", "r.stage($n).complete(1);", null),
    /** Cancelled while it runs, which is one of its runs. */
    CANCEL_REPEATED(Outcome.CANCELLED, "r.hang($n); return null;", "r.timerTask($n).cancel();", "cancel"),
    /** Cancelled by the call that made it, because another one was faster. */
    LOSE(Outcome.CANCELLED, "r.stopWhenInterrupted($n); return null;", null, "invokeAny"),
    /** Cancelled by the call that made it when its time is over, whether or not its body runs by then. */
    CUT(Outcome.CANCELLED, null, null, "invokeAll"),
    /** The same, by the limit that whoever makes it sets. */
    CUT_FORK(Outcome.CANCELLED, null, null, "timeout"),
    /** The executor that runs nothing but it is shut down at once. */
    SHUT_DOWN_ALONE(Outcome.INTERRUPTED, "r.stopWhenInterrupted($n); return null;", "r.pool($n).shutdownNow();",
            "shutdownNow"),
    /** Cancelled by the shutdown of its executor. */
    SHUT_DOWN_WAITING(Outcome.CANCELLED, null, "r.pool($n).shutdown();", "shutdown"),
    /** Thrown out of a full queue. */
    DISCARD(Outcome.REJECTED, null, "r.pool($n).execute(Round.NOTHING);", "reject"),
    /** Its pool is shut down at once while it runs. */
    SHUT_DOWN(Outcome.INTERRUPTED, "r.stopWhenInterrupted($n); return null;", null, "shutdownNow"),
    /** Its sibling in a scope fails. */
    SCOPE_CANCEL(Outcome.INTERRUPTED, "r.stopWhenInterrupted($n); return null;", null, "scope cancel"),
    /** The time of its scope is over. */
    SCOPE_TIME_OUT(Outcome.INTERRUPTED, "r.stopWhenInterrupted($n); return null;", null, "timeout"),
    /** The owner of its scope leaves without waiting. */
    SCOPE_LEAVE(Outcome.INTERRUPTED, "r.stopWhenInterrupted($n); return null;", null, "scope cancel|close"),
    CANCEL_WAITING(Outcome.CANCELLED, null, "r.future($n).cancel(true);", "cancel"),
    CANCEL_TIMER_TASK(Outcome.CANCELLED, null, "r.timerTask($n).cancel();", "cancel"),
    ABANDON(Outcome.ABANDONED, null, "r.pool($s).shutdownNow();", "shutdownNow"),
    ABANDON_TIMER(Outcome.ABANDONED, null, "r.timer($n).cancel();", "timer cancel"),
    REJECT(Outcome.REJECTED, null, null, "reject"),
    /** A stage of a complete source whose executor refuses it. */
    REFUSE(Outcome.FAILED, null, null, "reject"),
    KEEP(Outcome.RETURNED, null, "r.stage($n).complete(1);", null),
    OBTRUDE(Outcome.RETURNED, null, "r.stage($n).obtrudeValue(1);", "obtrude"),
    OBTRUDE_ERROR(Outcome.FAILED, null, "r.stage($n).obtrudeException(new Round.Torn($n));",
            "obtrude"),
    BREAK(Outcome.FAILED, null, "r.stage($n).completeExceptionally(new Round.Torn($n));", "completeExceptionally"),
    /** Complete as soon as it is made. */
    KEEP_NOW(Outcome.RETURNED, null, null, null),
    BREAK_NOW(Outcome.FAILED, null, null, "completeExceptionally"),
    CANCEL_NOW(Outcome.CANCELLED, null, null, "cancel"),
    /** A time limit completes it, which whoever makes it sets. */
    KEEP_IN_TIME(Outcome.RETURNED, null, null, "timeout"),
    TIME_OUT(Outcome.TIMED_OUT, null, null, "timeout"),
    /** A promise that nobody keeps. */
    PEND(null, null, null, null),
    /** A stage whose source's ending is its own. */
    PASS(null, null, null, null);

    final Outcome outcome;
    final String code;
    final String deed;
    final String act;

    Fate(Outcome outcome, String code, String deed, String act) {
        this.outcome = outcome;
        this.code = code;
        this.deed = deed;
        this.act = act;
    }

    /** Whether the body waits for an act, which waits for the body to do so. */
    boolean hangs() {
        return code != null && (act != null || deed != null) && this != INTERRUPT_ITSELF;
    }

    /** Whether whoever makes it ends it, where it makes it, be it by a time limit. */
    boolean done() {
        return this == REJECT || this == BREAK_NOW || this == CANCEL_NOW || this == LOSE || cut()
                || this == TIME_OUT || this == KEEP_IN_TIME || this == REFUSE;
    }

    /** Whether its time is over, whether or not its body runs by then. */
    boolean cut() {
        return this == CUT || this == CUT_FORK;
    }

    /** Whether the act must let the body go, because it does not interrupt it. */
    boolean released() {
        return this == CANCEL || this == BREAK_RUNNING || this == KEEP_RUNNING || this == CANCEL_REPEATED;
    }

    /** Whether it needs somebody who acts. */
    boolean acted() {
        return deed != null;
    }
}
