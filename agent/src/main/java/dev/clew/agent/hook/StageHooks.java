// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.ref.WeakReference;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/**
 * Called by {@code CompletableFuture} and its completions.
 *
 * <p><b>Threads</b>: those that make, run, complete and read futures. <b>Cost</b>: one record and one stack for each
 * incomplete future; futures that are born complete cost nothing.
 */
public final class StageHooks {

    private StageHooks() {}

    /** An incomplete future was made. */
    public static void made(CompletableFuture<?> future) {
        if (Meter.fires(Meter.STAGE_NEW)) {
            try {
                TaskRecord record = new TaskRecord();
                record.subject = new WeakReference<>(future);
                Recording.place(record, TaskRecord.FUTURE, null);
                Slots.set(future, record);
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_NEW, t);
            }
        }
    }

    /** A future will be completed with what this function gives. */
    public static void computes(CompletableFuture<?> future, Object function) {
        if (Recording.on && future != null && function != null) {
            try {
                if (Slots.get(future) instanceof TaskRecord record) {
                    record.creation.work = function.getClass();
                }
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_NEW, t);
            }
        }
    }

    /** An asynchronous stage begins to run. */
    public static void running(Object completion, CompletableFuture<?> future) {
        if (future != null && Meter.fires(Meter.STAGE_RUN)) {
            try {
                if (Slots.get(future) instanceof TaskRecord record && record.session == Recording.session) {
                    Runs.begin(completion, record);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_RUN, t);
            }
        }
    }

    /** A dependent stage may run, if its source is complete. */
    public static void firing(Object completion, CompletableFuture<?> future, CompletableFuture<?> source, int mode) {
        if (future == null || !isComplete(source) || !Meter.fires(Meter.STAGE_RUN)) {
            return;
        }
        try {
            if (Slots.get(future) instanceof TaskRecord record && record.session == Recording.session) {
                fire(completion, record, source, mode);
            }
        } catch (Throwable t) {
            Meter.failed(Meter.STAGE_RUN, t);
        }
    }

    /** A stage that depends on two others may run, if both are complete. */
    public static void firingBoth(Object completion, CompletableFuture<?> future, CompletableFuture<?> first,
            CompletableFuture<?> second, int mode) {
        if (isComplete(first) && isComplete(second)) {
            firing(completion, future, hasFailed(second) && !hasFailed(first) ? second : first, mode);
        }
    }

    /** A stage that depends on one of two others may run, if one is complete. */
    public static void firingEither(Object completion, CompletableFuture<?> future, CompletableFuture<?> first,
            CompletableFuture<?> second, int mode) {
        firing(completion, future, isComplete(first) ? first : second, mode);
    }

    private static boolean isComplete(CompletableFuture<?> future) {
        return future != null && Slots.result(future) != null;
    }

    private static boolean hasFailed(CompletableFuture<?> future) {
        return Slots.error(Slots.result(future)) != null;
    }

    private static void fire(Object completion, TaskRecord record, CompletableFuture<?> source, int mode) {
        Thread thread = Thread.currentThread();
        if (mode > 0 && record.startedAt == 0) {
            record.startedAt = System.nanoTime();
        }
        record.runner = thread;
        TaskRecord cause = Slots.get(source) instanceof TaskRecord known ? known : null;
        Recording.of(thread).push(record, completion, cause, hasFailed(source));
    }

    /** A completion has run or found that it can't yet. */
    public static void ran(Object completion) {
        if (Recording.on) {
            try {
                Runs.over(completion);
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_RUN, t);
            }
        }
    }

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

    /** Returns a future's record; one that was there before Clew gets it now. */
    private static TaskRecord recordOf(CompletableFuture<?> future) {
        if (Slots.get(future) instanceof TaskRecord record && record.session == Recording.session) {
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
            Recording.end(record, TaskRecord.RETURNED, null, null);
            return;
        }
        ThreadRecord me = Recording.current();
        Run run = me.current;
        boolean itself = run != null && run.task == record;
        Act act;
        if (relayed && (!itself || run.relaying)) {
            act = Act.dependency(itself ? run.source : null);
        } else {
            act = itself ? null : Act.now(isCancel(error) ? Act.CANCEL : Act.COMPLETE);
        }
        byte outcome = isCancel(error) ? TaskRecord.CANCELLED
                : me.timingOut && error instanceof TimeoutException ? TaskRecord.TIMED_OUT : TaskRecord.FAILED;
        Recording.end(record, outcome, error, act);
    }

    private static boolean isCancel(Throwable error) {
        return error instanceof CancellationException
                || error.getClass() == CompletionException.class && Hosts.cause(error) instanceof CancellationException;
    }

    /** A timeout of a future is being raised on the current thread, or no longer. */
    public static void timing(boolean out) {
        if (Recording.on) {
            try {
                Recording.current().timingOut = out;
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_RUN, t);
            }
        }
    }

    /** Somebody is handed this encoded result. */
    public static void asked(Object result) {
        if (result != null && Recording.on) {
            try {
                Throwable error = Slots.error(result);
                if (error != null && Meter.fires(Meter.STAGE_SEEN)) {
                    FailureMark.observed(error);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_SEEN, t);
            }
        }
    }

    /** A function that can see errors will be applied to a source, unless its stage is complete already. */
    public static void handling(CompletableFuture<?> future, CompletableFuture<?> source, Object function) {
        if (future != null && !isComplete(future)) {
            handled(source, function);
        }
    }

    /** A function that can see errors is applied to a source. */
    public static void handled(CompletableFuture<?> source, Object function) {
        if (source != null && function != null && function.getClass() != Hosts.CANCELLER) {
            asked(Slots.result(source));
        }
    }
}
