// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/**
 * Called by {@code CompletableFuture} and its completions where a future gets its result, and where somebody is handed
 * it.
 *
 * <p><b>Threads</b>: those that complete and read futures. <b>Cost</b>: a compare-and-set for each completion, and a stack
 * where somebody completes a future by hand.
 */
public final class CompletionHooks {

    private CompletionHooks() {}

    /** A future may have been completed by a compare-and-set. */
    public static void mayBeCompleted(boolean done, CompletableFuture<?> future, boolean relayed) {
        if (done) {
            completed(future, relayed);
        }
    }

    /** A future has been completed; {@code relayed} if with a source's error. */
    public static void completed(CompletableFuture<?> future, boolean relayed) {
        if (Meter.fires(Meter.STAGE_END)) {
            try {
                TaskRecord record = recordOf(future);
                if (record != null && !record.ended()) {
                    complete(record, Slots.error(Slots.result(future)), relayed);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_END, t);
            }
        }
    }

    /** A stage's function threw: the future drops the error if it was complete already. */
    public static void threw(boolean done, CompletableFuture<?> future, Throwable error) {
        if (!done && Recording.on) {
            try {
                if (Slots.get(future) instanceof TaskRecord record) {
                    Late.keep(record, error);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_END, t);
            }
        }
    }

    /** Returns a future's record; one that was there before Clew gets it now. */
    private static TaskRecord recordOf(CompletableFuture<?> future) {
        if (Slots.get(future) instanceof TaskRecord record && record.isPresent()) {
            return record;
        }
        if (Recording.fromStart) {
            return null;
        }
        TaskRecord record = Recording.discovered(future, TaskRecord.FUTURE, null);
        Slots.set(future, record);
        return record;
    }

    private static void complete(TaskRecord record, Throwable error, boolean relayed) {
        if (error == null) {
            Recording.end(record, TaskRecord.RETURNED, null, relayed || !timesOut() ? null : Act.now(Act.COMPLETE));
            return;
        }
        ThreadRecord me = Recording.current();
        Run run = me.current();
        boolean itself = run != null && (run.task == record || run.joins());
        Act act;
        if (relayed && (!itself || run.relays())) {
            act = Act.dependency(itself ? run.source : null);
        } else {
            act = itself ? null : Act.now(isCancel(error) ? Act.CANCEL : Act.COMPLETE);
        }
        byte outcome = isCancel(error) ? TaskRecord.CANCELLED
                : timingOut(me) && error instanceof TimeoutException ? TaskRecord.TIMED_OUT : TaskRecord.FAILED;
        Recording.end(record, outcome, error, act);
    }

    private static boolean timingOut(ThreadRecord me) {
        ThreadParticulars within = me.within();
        return within != null && within.timingOut;
    }

    /** Whether it is a timeout that completes a future on the current thread, and not what that sets off. */
    private static boolean timesOut() {
        ThreadRecord me = Recording.current();
        Run run = me.current();
        return timingOut(me) && (run == null || run.task.kind == TaskRecord.DELAYED);
    }

    /** A value is about to be forced on a future. */
    public static void obtruding(CompletableFuture<?> future) {
        obtrude(future, null, TaskRecord.RETURNED);
    }

    /** An error is about to be forced on a future. */
    public static void obtrudingError(CompletableFuture<?> future, Throwable error) {
        if (error != null) {
            obtrude(future, error, isCancel(error) ? TaskRecord.CANCELLED : TaskRecord.FAILED);
        }
    }

    private static void obtrude(CompletableFuture<?> future, Throwable error, byte outcome) {
        if (Meter.fires(Meter.STAGE_END)) {
            try {
                TaskRecord record = recordOf(future);
                if (record != null && !record.ended()) {
                    Recording.end(record, outcome, error, Act.now(Act.OBTRUDE));
                }
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_END, t);
            }
        }
    }

    private static boolean isCancel(Throwable error) {
        return error instanceof CancellationException
                || error.getClass() == CompletionException.class && Hosts.cause(error) instanceof CancellationException;
    }

    /** A timeout of a future is being raised on the current thread, or no longer. */
    public static void timing(boolean out) {
        if (Recording.on) {
            try {
                Recording.current().midst().timingOut = out;
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_RUN, t);
            }
        }
    }

    /** Somebody is handed this encoded result. */
    public static void asked(Object result) {
        if (result != null && Recording.on) {
            try {
                seen(Slots.error(result));
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_SEEN, t);
            }
        }
    }

    /** A function that can see errors is handed this one, or null. */
    public static void handed(Throwable error, Object function) {
        if (error != null && function != null && function.getClass() != Hosts.Futures.CANCELLER) {
            seen(error);
        }
    }

    /** A function is handed an error. */
    public static void seen(Throwable error) {
        if (error != null && Meter.fires(Meter.STAGE_SEEN)) {
            try {
                FailureMark.observed(error);
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_SEEN, t);
            }
        }
    }
}
