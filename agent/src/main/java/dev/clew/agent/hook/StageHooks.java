// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.ref.WeakReference;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;

/**
 * Called by {@code CompletableFuture} and its completions.
 *
 * <p><b>Threads</b>: those that make, run, complete and read futures. <b>Cost</b>: one record and one stack for each
 * incomplete future; futures that are born complete cost nothing.
 */
public final class StageHooks {

    /** A future of nobody's: its maker completes it. */
    private static final byte PLAIN = TaskRecord.FUTURE;
    /** Sorts of stages that may share a function and come from different places of the JDK; kinds end before them. */
    private static final byte COMPUTES = 32;
    private static final byte LATER = 33;
    private static final byte AT_ONCE = 34;

    private StageHooks() {}

    /** A stage is about to make its future; that of a subclass may be made in any way. */
    public static void meaning(CompletableFuture<?> source, Object function, boolean atOnce) {
        if (Recording.on && function != null && source.getClass() == CompletableFuture.class) {
            try {
                ThreadRecord me = Recording.current();
                me.stage = function.getClass();
                me.stageSort = atOnce ? AT_ONCE : LATER;
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_NEW, t);
            }
        }
    }

    /** A future that this function computes is about to be made. */
    public static void meaningAsync(Object function) {
        if (Recording.on && function != null) {
            try {
                ThreadRecord me = Recording.current();
                me.stage = function.getClass();
                me.stageSort = COMPUTES;
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_NEW, t);
            }
        }
    }

    /** An incomplete future was made. */
    public static void made(CompletableFuture<?> future) {
        if (Meter.fires(Meter.STAGE_NEW)) {
            try {
                TaskRecord record = new TaskRecord();
                record.subject = new WeakReference<>(future);
                ThreadRecord me = Recording.current();
                Class<?> function = me.stage;
                me.stage = null;
                Recording.place(record, TaskRecord.FUTURE, me.stageSort == COMPUTES ? function : null, function,
                        me.stageSort);
                me.stageSort = PLAIN;
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
                if (Slots.get(future) instanceof TaskRecord record && !record.creation.isFor(function.getClass())) {
                    record.creation = record.creation.with(function.getClass());
                }
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_NEW, t);
            }
        }
    }

    /** An asynchronous stage begins to run, unless it is complete already. */
    public static void running(Object completion, CompletableFuture<?> future) {
        if (future != null && !isComplete(future) && Meter.fires(Meter.STAGE_RUN)) {
            try {
                if (Slots.get(future) instanceof TaskRecord record && record.session == Recording.session) {
                    Runs.begin(completion, record);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_RUN, t);
            }
        }
    }

    /** A dependent stage may run, if its source is complete and it is not. */
    public static void firing(Object completion, CompletableFuture<?> future, CompletableFuture<?> source, int mode) {
        if (future == null || !isComplete(source) || isComplete(future) || !Meter.fires(Meter.STAGE_RUN)) {
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

    static boolean hasFailed(CompletableFuture<?> future) {
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

    /**
     * A stage was made whose source may be complete already: if so, and if it has no executor, the call that makes it
     * runs its function. Until {@link #within} the stage counts as running; if its source is not complete, nothing of
     * the application runs meanwhile.
     */
    public static void making(CompletableFuture<?> future, CompletableFuture<?> source, Executor executor) {
        if (isWithin(source, executor) && Meter.fires(Meter.STAGE_RUN)) {
            try {
                runWithin(future, source, source, false);
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_RUN, t);
            }
        }
    }

    /** The same of a stage that has two sources. */
    public static void makingOfBoth(CompletableFuture<?> future, CompletableFuture<?> source, Object other,
            Executor executor) {
        if (isWithin(source, executor) && Meter.fires(Meter.STAGE_RUN)) {
            try {
                boolean second = !hasFailed(source) && other instanceof CompletableFuture<?> o && hasFailed(o);
                runWithin(future, source, second ? (CompletableFuture<?>) other : source, true);
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_RUN, t);
            }
        }
    }

    /** What a call that makes a stage may run is over. */
    public static void within(CompletableFuture<?> source, Executor executor) {
        if (isWithin(source, executor) && Recording.on) {
            try {
                ThreadRecord me = Recording.current();
                if (me.runs(source) && me.current.aside) {
                    me.pop(source);
                } else {
                    Runs.over(source);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_RUN, t);
            }
        }
    }

    /** A copy of a future was made; if that one is complete, so is the copy before {@link #copied}. */
    public static void copying(CompletableFuture<?> future, CompletableFuture<?> source) {
        making(future, source, null);
    }

    /** A copy of a future was made. */
    public static void copied(CompletableFuture<?> source) {
        within(source, null);
    }

    /** A future is about to be made that joins some of these; if they are complete, so is it before {@link #joined}. */
    public static void joining(CompletableFuture<?>[] sources, int first, int last) {
        if (Recording.on) {
            try {
                TaskRecord failing = null;
                for (int i = first; failing == null && i <= last && i < sources.length; i++) {
                    CompletableFuture<?> source = sources[i];
                    if (source != null && hasFailed(source) && Slots.get(source) instanceof TaskRecord known) {
                        failing = known;
                    }
                }
                ThreadRecord me = Recording.current();
                me.push(me.innermost(), sources, failing);
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_RUN, t);
            }
        }
    }

    /** A future that joins others was made. */
    public static void joined(CompletableFuture<?>[] sources) {
        if (Recording.on) {
            try {
                Recording.current().pop(sources); // no run of the innermost task is over
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_RUN, t);
            }
        }
    }

    /** An executor is given a stage only if there is something to run. */
    private static boolean isWithin(CompletableFuture<?> source, Executor executor) {
        return executor == null || hasFailed(source);
    }

    private static void runWithin(CompletableFuture<?> future, CompletableFuture<?> key, CompletableFuture<?> failing,
            boolean relaying) {
        Thread thread = Thread.currentThread();
        ThreadRecord me = Recording.of(thread);
        if (Slots.get(future) instanceof TaskRecord record && record.session == Recording.session) {
            record.runner = thread;
            me.push(record, key, Slots.get(failing) instanceof TaskRecord known ? known : null, relaying);
        } else {
            me.push(me.innermost(), key, null); // the end of this call takes a run away in any case
            me.current.aside = true;
        }
    }

    /** The function of the running stage has given a future, whose result is to be the stage's. */
    public static void composed(CompletableFuture<?> given) {
        if (given != null && Recording.on && isComplete(given)) {
            try {
                Run run = Recording.current().current;
                if (run != null) {
                    run.relaying = true;
                    run.source = Slots.get(given) instanceof TaskRecord known ? known : null;
                }
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_RUN, t);
            }
        }
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
            Recording.end(record, TaskRecord.RETURNED, null, relayed || !timesOut() ? null : Act.now(Act.COMPLETE));
            return;
        }
        ThreadRecord me = Recording.current();
        Run run = me.current;
        boolean itself = run != null && (run.task == record || run.joins());
        Act act;
        if (relayed && (!itself || run.relays())) {
            act = Act.dependency(itself ? run.source : null);
        } else {
            act = itself ? null : Act.now(isCancel(error) ? Act.CANCEL : Act.COMPLETE);
        }
        byte outcome = isCancel(error) ? TaskRecord.CANCELLED
                : me.timingOut && error instanceof TimeoutException ? TaskRecord.TIMED_OUT : TaskRecord.FAILED;
        Recording.end(record, outcome, error, act);
    }

    /** Whether it is a timeout that completes a future on the current thread, and not what that sets off. */
    private static boolean timesOut() {
        ThreadRecord me = Recording.current();
        Run run = me.current;
        return me.timingOut && (run == null || run.task.kind == TaskRecord.DELAYED);
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
                seen(Slots.error(result));
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_SEEN, t);
            }
        }
    }

    /** A function that can see errors is handed this one, or null. */
    public static void handed(Throwable error, Object function) {
        if (error != null && function != null && function.getClass() != Hosts.CANCELLER) {
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
