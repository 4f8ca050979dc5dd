// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Act;
import dev.clew.agent.hook.FailureMark;
import dev.clew.agent.hook.TaskRecord;
import dev.clew.agent.hook.ThreadRecord;
import dev.clew.model.Cause;
import dev.clew.model.Failure;
import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;

/**
 * Decodes an ending once, and clears the record of everything that belongs to the application.
 *
 * <p><b>Threads</b>: Clew's own, one at a time.
 */
final class Endings {

    private static final Kind[] KINDS = Kind.values();
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final int RECORD_BYTES = 376;
    private static final int FAILURE_BYTES = 160;

    private final Traces traces;
    private final Failures failures;
    private final Preservation preservation;
    private final Clock clock;

    Endings(Traces traces, Preservation preservation, Clock clock) {
        this.traces = traces;
        this.failures = new Failures(traces);
        this.preservation = preservation;
        this.clock = clock;
    }

    Preservation preservation() {
        return preservation;
    }

    Ended of(TaskRecord record) {
        Trace creation = traces.of(record.creation);
        Outcome outcome = outcome(record);
        boolean failed = record.mark != null && record.error != null && tells(record);
        Failure error = failed ? failures.of(record.error) : null;
        Act act = act(record, outcome);
        Cause cause = act == null ? unseen(record, outcome) : cause(act);
        long askedAt = act == null ? 0 : Asked.at(record, act, traces);
        String name = Names.of(record, creation);
        record.creation.name = name;
        String pattern = preservation.under(record.creation, name, traces.site(record));
        int bytes = RECORD_BYTES + (error == null ? 0 : FAILURE_BYTES) + (cause == null ? 0 : FAILURE_BYTES);
        Ended ended = new Ended(record, outcome, error, failed ? record.mark : null, cause, askedAt, name,
                Names.shown(record.threadName), pattern, bytes);
        clear(record);
        return ended;
    }

    /** Whether a task's end is told by its error; what is thrown after any other end comes too late. */
    private static boolean tells(TaskRecord record) {
        return switch (record.outcome) {
            case TaskRecord.RETURNED, TaskRecord.ABANDONED, TaskRecord.LOST -> false;
            case TaskRecord.CANCELLED -> record.kind == TaskRecord.FUTURE;
            default -> true;
        };
    }

    /** Whether a thread threw after the future that it is bound to was cancelled. */
    private static boolean isLate(TaskRecord record) {
        return record instanceof ThreadRecord && record.outcome == TaskRecord.CANCELLED && record.error != null;
    }

    /** Returns what a thread threw after its future's end; null if nothing. To be called before {@link #of}. */
    LateError late(TaskRecord record) {
        return isLate(record) ? late(record.error, record.mark) : null;
    }

    /** Decodes what a task threw after its end. */
    LateError late(Throwable error, FailureMark mark) {
        return new LateError(failures.of(error), isInterrupt(error) ? null : mark);
    }

    private static void clear(TaskRecord record) {
        record.subject = null;
        record.error = null;
        record.act = null;
        record.interrupt = null;
        record.rival = null;
    }

    private static Outcome outcome(TaskRecord record) {
        Outcome told = OUTCOMES[record.outcome];
        boolean interrupted = told == Outcome.FAILED && isInterrupt(record.error)
                || told == Outcome.RETURNED && record.flagged;
        return interrupted ? Outcome.INTERRUPTED : told;
    }

    private static boolean isInterrupt(Throwable error) {
        Throwable at = error;
        for (int i = 0; i < 4 && at != null; i++) {
            if (at instanceof InterruptedException || at instanceof ClosedByInterruptException) {
                return true;
            }
            at = Failures.causeOf(at);
        }
        return false;
    }

    /** Returns what ended a task, or null. */
    private static Act act(TaskRecord record, Outcome outcome) {
        if (record.act == null && isOverFirst(record)) {
            return record.interrupt;
        }
        boolean interrupted = outcome == Outcome.INTERRUPTED || record.received || record.flagged;
        return record.act != null || !interrupted ? record.act : record.interrupt;
    }

    /** Whether a thread was over before whoever cancelled its future had told so. */
    private static boolean isOverFirst(TaskRecord record) {
        return record instanceof ThreadRecord && record.outcome == TaskRecord.CANCELLED;
    }

    private static Cause unseen(TaskRecord record, Outcome outcome) {
        if (isOverFirst(record)) {
            return new Cause("cancel", null, null, null, null, null, null, List.of(), "the cancel was not seen");
        }
        return outcome == Outcome.INTERRUPTED
                ? new Cause("interrupt", null, null, null, null, null, null, List.of(),
                        "the interrupt was not seen")
                : null;
    }

    private Cause cause(Act act) {
        Trace trace = traces.of(act);
        TaskRecord actor = act.actor;
        if (actor != null && actor.own) {
            return new Cause(Acts.word(act, trace), null, "Clew", null, null, Names.shown(act.thread), clock.at(act.at),
                    trace.frames(), act.reason);
        }
        String name = actor == null ? null : Names.of(actor, traces.of(actor.creation));
        return new Cause(Acts.word(act, trace), actor == null ? null : actor.id, name,
                actor == null ? null : KINDS[actor.kind], null, Names.shown(act.thread), clock.at(act.at), trace.frames(),
                reason(act));
    }

    private String reason(Act act) {
        TaskRecord favoured = act.favoured;
        if (favoured != null) {
            return "to make room for task " + favoured.id + " `" + Names.of(favoured, traces.of(favoured.creation))
                    + "`";
        }
        if (act.reason != null || act.actor == null) {
            return act.reason != null ? act.reason : "the source is not known";
        }
        return act.stack.length == 0 && act.kind != Act.DEPENDENCY ? "throttled" : null;
    }
}
