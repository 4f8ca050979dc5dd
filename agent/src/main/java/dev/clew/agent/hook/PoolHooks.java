// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Called by executors for work that comes without a future: {@code ThreadPoolExecutor}, and the executors of
 * libraries.
 *
 * <p>Such work has no place for a record, so it is found by its identity. If the same object is submitted twice before
 * it runs, the two are marked as rivals: which run belongs to which submission can't be told.
 *
 * <p><b>Threads</b>: submitting threads and workers. <b>Cost</b>: an entry in a weak table for each submission.
 */
public final class PoolHooks {

    private static final Predicate<WorkRecord> QUEUED = new Queued();
    /** The least control word of a pool that takes nothing any more. */
    private static final int SHUT_DOWN = 0;

    private static final class Queued implements Predicate<WorkRecord> {
        @Override
        public boolean test(WorkRecord record) {
            return record.isPresent() && record.waitsForRun();
        }
    }

    private PoolHooks() {}

    /** Work is handed to a pool. */
    public static void executing(Runnable work) {
        if (Meter.fires(Meter.POOL_EXECUTE)) {
            try {
                submit(work, false);
            } catch (Throwable t) {
                Meter.failed(Meter.POOL_EXECUTE, t);
            }
        }
    }

    /** Work is handed to an executor that is not the JDK's; {@link #handedAll} follows in any case. */
    public static void handed(Object executor, Runnable work) {
        if (!Recording.on) {
            return;
        }
        try {
            boolean foreign = executor instanceof Executor && !(executor instanceof ThreadPoolExecutor);
            if (!foreign || !Meter.fires(Meter.CUSTOM_EXECUTE) || !submit(work, true)) {
                Recording.current().hand(null, null);
            }
        } catch (Throwable t) {
            Meter.failed(Meter.CUSTOM_EXECUTE, t);
        }
    }

    /** Records a submission; returns whether it counts as being handed over by the current thread. */
    private static boolean submit(Runnable work, boolean unwatched) {
        if (work == null || hasItsOwnRecord(work)) {
            return false;
        }
        WorkRecord queued = Recording.SUBMISSIONS.find(work, QUEUED);
        ThreadRecord me = Recording.current();
        if (queued != null && me.handed(work) == queued) {
            queued.unwatched &= unwatched;
            me.hand(queued, work); // an executor merely passes on what it was handed
            return true;
        }
        WorkRecord record = new WorkRecord(null);
        record.unwatched = unwatched;
        Recording.place(record, TaskRecord.POOL, work);
        if (queued != null) {
            record.particulars().rival = queued;
            queued.particulars().rival = record;
        }
        record.subject = Recording.SUBMISSIONS.add(work, record);
        me.hand(record, work);
        return true;
    }

    /** The call that handed work to an executor is over, normally or not. */
    public static void handedOver(Runnable work) {
        if (Recording.on && work != null) {
            try {
                Recording.current().handedOver(work);
            } catch (Throwable t) {
                Meter.failed(Meter.POOL_EXECUTE, t);
            }
        }
    }

    /** The call of a library's executor that handed work over is over, normally or not. */
    public static void handedAll() {
        if (Recording.on) {
            try {
                Recording.current().handedOver();
            } catch (Throwable t) {
                Meter.failed(Meter.CUSTOM_EXECUTE, t);
            }
        }
    }

    private static boolean hasItsOwnRecord(Runnable work) {
        return work instanceof FutureTask || work instanceof CompletableFuture.AsynchronousCompletionTask
                || work instanceof ForkJoinTask;
    }

    /** A worker begins with work that it took from a pool's queue. */
    public static void taking(Runnable work) {
        if (work != null && Meter.fires(Meter.POOL_RUN)) {
            try {
                begin(work);
            } catch (Throwable t) {
                Meter.failed(Meter.POOL_RUN, t);
            }
        }
    }

    /** Code of a library is about to run something that may have been handed to an executor. */
    public static void starting(Runnable work) {
        if (work != null && Recording.on && Recording.SUBMISSIONS.size() > 0 && !hasItsOwnRecord(work)) {
            try {
                if (Recording.SUBMISSIONS.find(work, QUEUED) != null && Meter.fires(Meter.CUSTOM_RUN)) {
                    begin(work);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.CUSTOM_RUN, t);
            }
        }
    }

    private static void begin(Runnable work) {
        if (hasItsOwnRecord(work)) {
            return;
        }
        if (Recording.current().runs(work)) {
            return; // seen twice, by a hook at the call and by one inside
        }
        WorkRecord record;
        do {
            record = Recording.SUBMISSIONS.oldest(work, QUEUED);
        } while (record != null && !record.claimRun());
        if (record != null) {
            Runs.begin(work, record);
        }
    }

    /** Work is over, with an error or null. */
    public static void done(Runnable work, Throwable error) {
        if (Recording.on && work != null) {
            try {
                TaskRecord record = Runs.over(work);
                if (record != null) {
                    finish(record, error);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.POOL_RUN, t);
            }
        }
    }

    private static void finish(TaskRecord record, Throwable error) {
        Recording.end(record, error == null ? TaskRecord.RETURNED : TaskRecord.FAILED, error, null);
    }

    /** A worker comes back for more: whatever it ran is over. */
    public static void idle() {
        if (Recording.on) {
            try {
                ThreadRecord me = Recording.current();
                Run run = me.current();
                if (run != null && run.task.kind == TaskRecord.POOL && run.key instanceof Runnable work
                        && !(work instanceof FutureTask)) {
                    Runs.over(work);
                    finish(run.task, me.error());
                }
            } catch (Throwable t) {
                Meter.failed(Meter.POOL_RUN, t);
            }
        }
    }

    /** A pool asks its handler what to do with work that it can't take. */
    public static void rejecting(Runnable work, RejectedExecutionHandler handler, AtomicInteger control) {
        if (Meter.fires(Meter.POOL_REJECT)) {
            try {
                if (handler instanceof ThreadPoolExecutor.CallerRunsPolicy) {
                    begin(work);
                } else if (handler instanceof ThreadPoolExecutor.DiscardOldestPolicy && control.get() >= SHUT_DOWN) {
                    abandon(work, Act.now(Act.REJECT), TaskRecord.REJECTED); // it will find the same, and do nothing
                }
            } catch (Throwable t) {
                Meter.failed(Meter.POOL_REJECT, t);
            }
        }
    }

    /** A pool's handler has decided. */
    public static void accepted(Runnable work, RejectedExecutionHandler handler) {
        rejected(work, handler, null);
    }

    /** A pool's handler has decided, or thrown. */
    public static void rejected(Runnable work, RejectedExecutionHandler handler, Throwable refusal) {
        if (Recording.on) {
            try {
                TaskRecord run = Runs.over(work);
                if (run != null) {
                    finish(run, refusal);
                    return;
                }
                boolean discarded = handler instanceof ThreadPoolExecutor.DiscardPolicy
                        || handler instanceof ThreadPoolExecutor.CallerRunsPolicy;
                TaskRecord record = refusal != null && work instanceof CompletableFuture.AsynchronousCompletionTask
                        ? null : recordOf(work); // a future hears of a refusal itself
                if (record != null && (refusal != null || discarded && record instanceof WorkRecord queued && queued.waitsForRun())) {
                    Recording.end(record, TaskRecord.REJECTED, refusal, Act.now(Act.REJECT));
                }
            } catch (Throwable t) {
                Meter.failed(Meter.POOL_REJECT, t);
            }
        }
    }

    /** The oldest work in a queue was thrown away to make room for newer work. */
    public static void discarded(Object work, Object newer) {
        if (work != null && Meter.fires(Meter.POOL_REJECT)) {
            try {
                Act act = Act.now(Act.REJECT);
                act.favoured = recordOf(newer);
                abandon(work, act, TaskRecord.REJECTED);
            } catch (Throwable t) {
                Meter.failed(Meter.POOL_REJECT, t);
            }
        }
    }

    /** A pool was shut down at once; this work was still queued. */
    public static void abandoned(List<?> queue) {
        if (Meter.fires(Meter.POOL_SHUTDOWN)) {
            try {
                Act act = queue.isEmpty() ? null : Act.now(Act.SHUTDOWN);
                for (int i = 0; i < queue.size(); i++) {
                    abandon(queue.get(i), act, TaskRecord.ABANDONED);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.POOL_SHUTDOWN, t);
            }
        }
    }

    private static void abandon(Object work, Act act, byte outcome) {
        TaskRecord record = recordOf(work);
        if (record != null) {
            Recording.end(record, outcome, null, act);
        }
    }

    private static TaskRecord recordOf(Object work) {
        if (work instanceof FutureTask<?> future) {
            return Slots.get(future) instanceof TaskRecord record ? record : null;
        }
        if (work instanceof CompletableFuture.AsynchronousCompletionTask) {
            CompletableFuture<?> future = WorkFields.dependent(work);
            return future != null && Slots.get(future) instanceof TaskRecord record ? record : null;
        }
        return work == null ? null : Recording.SUBMISSIONS.find(work, QUEUED);
    }
}
