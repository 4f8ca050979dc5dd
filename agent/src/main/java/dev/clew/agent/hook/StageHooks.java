// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Called by {@code CompletableFuture} and its completions where a stage is made and where its function runs; what comes
 * of it is told to {@link CompletionHooks}.
 *
 * <p><b>Threads</b>: those that make and run stages. <b>Cost</b>: one record and one stack for each incomplete future;
 * futures that are born complete cost nothing.
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
                ThreadParticulars midst = me.midst();
                midst.stage = function.getClass();
                midst.stageSort = atOnce ? AT_ONCE : LATER;
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
                ThreadParticulars midst = me.midst();
                midst.stage = function.getClass();
                midst.stageSort = COMPUTES;
            } catch (Throwable t) {
                Meter.failed(Meter.STAGE_NEW, t);
            }
        }
    }

    /** An incomplete future was made. */
    public static void made(CompletableFuture<?> future) {
        if (Meter.fires(Meter.STAGE_NEW)) {
            try {
                WorkRecord record = new WorkRecord(new WeakReference<>(future));
                ThreadParticulars midst = Recording.current().midst();
                Class<?> function = midst.stage;
                byte sort = midst.stageSort;
                midst.stage = null;
                midst.stageSort = PLAIN;
                Recording.place(record, TaskRecord.FUTURE, sort == COMPUTES ? function : null, function, sort);
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
                if (Slots.get(future) instanceof TaskRecord record && record.isPresent()) {
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
            if (Slots.get(future) instanceof WorkRecord record && record.isPresent()) {
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

    private static void fire(Object completion, WorkRecord record, CompletableFuture<?> source, int mode) {
        Thread thread = Thread.currentThread();
        if (mode > 0 && !record.begun()) {
            Lane.mine().begins(record);
        }
        record.runsOn(thread);
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
                if (me.runs(source) && me.current().aside) {
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
        if (Slots.get(future) instanceof WorkRecord record && record.isPresent()) {
            record.runsOn(thread);
            me.push(record, key, Slots.get(failing) instanceof TaskRecord known ? known : null, relaying);
        } else {
            me.push(me.innermost(), key, null); // the end of this call takes a run away in any case
            me.current().aside = true;
        }
    }

    /** The function of the running stage has given a future, whose result is to be the stage's. */
    public static void composed(CompletableFuture<?> given) {
        if (given != null && Recording.on && isComplete(given)) {
            try {
                Run run = Recording.current().current();
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
}
