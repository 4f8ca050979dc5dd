// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Act;
import dev.clew.agent.hook.FailureMark;
import dev.clew.agent.hook.Reception;
import dev.clew.agent.hook.TaskRecord;
import dev.clew.agent.hook.ThreadRecord;
import dev.clew.model.Cause;
import dev.clew.model.Failure;
import dev.clew.model.Outcome;
import java.nio.channels.ClosedByInterruptException;
import java.util.Map;

/**
 * Decodes an ending once, and clears the record of everything that belongs to the application.
 *
 * <p><b>Threads</b>: Clew's own, one at a time.
 */
final class Endings {

    private static final String NOT_SURE =
            "it received the interrupt and ended later; whether because of it is not known";
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final int RECORD_BYTES = 376;
    private static final int FAILURE_BYTES = 160;

    private final Traces traces;
    private final Failures failures;
    private final Preservation preservation;
    private final Causes causes;
    private final Interruptions interruptions;

    Endings(Traces traces, Preservation preservation, Clock clock) {
        this.traces = traces;
        this.failures = new Failures(traces);
        this.preservation = preservation;
        this.causes = new Causes(traces, clock);
        this.interruptions = new Interruptions(traces, causes, clock);
    }

    Causes causes() {
        return causes;
    }

    Interruptions interruptions() {
        return interruptions;
    }

    Preservation preservation() {
        return preservation;
    }

    Ended of(TaskRecord record) {
        Trace creation = traces.of(record.creation);
        Outcome outcome = outcome(record);
        boolean failed = record.mark() != null && record.error() != null && tells(record);
        Failure error = failed ? failures.of(record.error()) : null;
        Act act = act(record, outcome);
        Cause cause = cause(record, act, outcome);
        TaskRecord actor = act == null ? null : causes.actor(act);
        Act interrupt = record.interrupt();
        traces.decode(interrupt);
        long askedAt = act == null ? 0 : Asked.at(record, act, traces);
        String name = Names.of(record, creation);
        Map<String, String> labels = Labels.of(record);
        record.creation.named(name);
        String pattern = preservation.under(record.creation, name, traces.site(record));
        int bytes = RECORD_BYTES + (error == null ? 0 : FAILURE_BYTES) + (cause == null ? 0 : FAILURE_BYTES)
                + (interrupt == null ? 0 : FAILURE_BYTES) + Labels.bytes(labels);
        Ended ended = new Ended(record, outcome, error, failed ? record.mark() : null, cause, actor, askedAt, interrupt,
                name, Names.shown(record.threadName()), labels, pattern, bytes);
        record.settle(Portraits.rivals(record, traces));
        return ended;
    }

    /** Whether a task's end is told by its error; what is thrown after any other end comes too late. */
    private static boolean tells(TaskRecord record) {
        return switch (record.outcome()) {
            case TaskRecord.RETURNED, TaskRecord.ABANDONED, TaskRecord.LOST -> false;
            case TaskRecord.CANCELLED -> record.kind == TaskRecord.FUTURE;
            default -> true;
        };
    }

    /** Whether a thread threw after the future that it is bound to was cancelled. */
    private static boolean isLate(TaskRecord record) {
        return record instanceof ThreadRecord && record.outcome() == TaskRecord.CANCELLED && record.error() != null;
    }

    /** Returns what a thread threw after its future's end; null if nothing. To be called before {@link #of}. */
    LateError late(TaskRecord record) {
        return isLate(record) ? late(record.error(), record.mark()) : null;
    }

    /** Decodes what a task threw after its end. */
    LateError late(Throwable error, FailureMark mark) {
        return new LateError(failures.of(error), isInterrupt(error) ? null : mark);
    }

    private static Outcome outcome(TaskRecord record) {
        Outcome told = OUTCOMES[record.outcome()];
        boolean interrupted = told == Outcome.FAILED && isInterrupt(record.error())
                || told == Outcome.RETURNED && record.flagged();
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
    private Act act(TaskRecord record, Outcome outcome) {
        Act act = record.act();
        if (act != null) {
            return act;
        }
        Act interrupt = record.interrupt();
        boolean interrupted = isOverFirst(record) || outcome == Outcome.INTERRUPTED || record.flagged()
                || interrupt != null && received(record, interrupt.reception());
        return interrupted ? interrupt : null;
    }

    /** Whether a task itself received an interrupt, not one that ran within it: a worker that waits runs others. */
    private static boolean received(TaskRecord record, Reception reception) {
        return reception != null && reception.as != Reception.CLEARED && reception.by == record.id;
    }

    /** Whether a thread was over before whoever cancelled its future had told so. */
    private static boolean isOverFirst(TaskRecord record) {
        return record instanceof ThreadRecord && record.outcome() == TaskRecord.CANCELLED;
    }

    private Cause cause(TaskRecord record, Act act, Outcome outcome) {
        if (act == null) {
            return isOverFirst(record) ? causes.unseen("cancel")
                    : outcome == Outcome.INTERRUPTED ? causes.unseen("interrupt") : null;
        }
        Cause cause = causes.of(act);
        boolean doubtful = act.kind == Act.INTERRUPT && cause.reason() == null
                && (outcome == Outcome.RETURNED || outcome == Outcome.FAILED);
        return !doubtful ? cause : new Cause(cause.act(), cause.task(), cause.name(), cause.kind(), null,
                cause.thread(), cause.at(), cause.stack(), NOT_SURE);
    }
}
