// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RejectedExecutionException;

/**
 * Called by {@code ForkJoinTask} and {@code ForkJoinPool}.
 *
 * <p>Every mount of a virtual thread passes here too, so carriers and the scheduler of virtual threads are turned away
 * before anything else happens.
 *
 * <p><b>Threads</b>: forking threads, workers and helpers. <b>Cost</b>: one record and one stack for each fork.
 */
public final class ForkJoinHooks {

    private static final int ABNORMAL = 1 << 16;
    private static final int THROWN = 1 << 17;

    /** Who shut down a pool at once: its workers carry that out, each in its own time. */
    static final WeakTable<Act> STOPS = new WeakTable<>();

    private ForkJoinHooks() {}

    /** A task is forked. */
    public static void forking(ForkJoinTask<?> task) {
        made(task, null, TaskRecord.FORKJOIN);
    }

    /** A task is submitted to a pool from outside. */
    public static void submitting(Object pool, ForkJoinTask<?> task) {
        made(task, pool, TaskRecord.FORKJOIN);
    }

    /** A pool did not take a task. */
    public static void refused(ForkJoinTask<?> task, Throwable why) {
        if (Recording.on && task != null && why instanceof RejectedExecutionException) {
            try {
                if (Slots.get(task) instanceof TaskRecord record && record.isPresent()) {
                    Recording.end(record, TaskRecord.REJECTED, why, Act.now(Act.REJECT));
                }
            } catch (Throwable t) {
                Meter.failed(Meter.FORK, t);
            }
        }
    }

    /** A task is given to a pool to run later, again and again if the period is not 0. */
    public static void scheduling(Object pool, ForkJoinTask<?> task, long period) {
        made(task, pool, period == 0 ? TaskRecord.DELAYED : TaskRecord.PERIODIC);
    }

    private static void made(ForkJoinTask<?> task, Object pool, byte kind) {
        if (task == null || pool != null && pool == Hosts.scheduler
                || task instanceof CompletableFuture.AsynchronousCompletionTask || onCarrier()) {
            return;
        }
        if (Meter.fires(Meter.FORK)) {
            try {
                if (Slots.get(task) instanceof TaskRecord known && known.isPresent()
                        && !known.ended()) {
                    return; // a scheduled task that is submitted when its time has come
                }
                WorkRecord record = new WorkRecord(new WeakReference<>(task));
                Recording.place(record, kind, WorkFields.of(task));
                Slots.set(task, record);
            } catch (Throwable t) {
                Meter.failed(Meter.FORK, t);
            }
        }
    }

    private static boolean onCarrier() {
        return Hosts.CARRIER != null && Thread.currentThread().getClass() == Hosts.CARRIER;
    }

    /** A task is about to run, if it is not over already. */
    public static void running(ForkJoinTask<?> task) {
        if (Recording.on && !onCarrier() && !(task instanceof CompletableFuture.AsynchronousCompletionTask)) {
            try {
                if (Slots.get(task) instanceof TaskRecord record && record.isPresent()
                        && !record.ended() && Meter.fires(Meter.FORK_RUN)) {
                    Runs.begin(task, record);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.FORK_RUN, t);
            }
        }
    }

    /**
     * A task's run is over. One whose {@code exec} says that it is not complete may be run again by whoever made it so;
     * only a completer is known to complete later, and a periodic task to run again.
     */
    public static void ran(ForkJoinTask<?> task, int status) {
        if (Recording.on && !onCarrier() && !(task instanceof CompletableFuture.AsynchronousCompletionTask)) {
            try {
                TaskRecord record = Runs.over(task);
                if (record != null && status >= 0 && !(task instanceof CountedCompleter)
                        && record.kind != TaskRecord.PERIODIC) {
                    Recording.end(record, TaskRecord.RETURNED, null, null);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.FORK_RUN, t);
            }
        }
    }

    /** A task is about to be completed with an error. */
    public static void throwing(ForkJoinTask<?> task, Throwable error) {
        if (Recording.on) {
            try {
                if (Slots.get(task) instanceof TaskRecord record && !record.ended()) {
                    record.threw(error); // before anybody can look
                }
            } catch (Throwable t) {
                Meter.failed(Meter.FORK_END, t);
            }
        }
    }

    /** A task's work threw: the task drops the error if it was over already. */
    public static void threw(ForkJoinTask<?> task, Throwable error, int status) {
        if (status < 0 && (status & THROWN) == 0 && Recording.on) {
            try {
                if (Slots.get(task) instanceof TaskRecord record) {
                    Late.keep(record, error);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.FORK_END, t);
            }
        }
    }

    /** A task's status has changed. */
    public static void settled(ForkJoinTask<?> task, int status) {
        if (status >= 0 || !Recording.on || onCarrier()) {
            return;
        }
        try {
            if (Slots.get(task) instanceof TaskRecord record && record.isPresent()
                    && !record.ended() && Meter.fires(Meter.FORK_END)) {
                settled(task, record, status);
            }
        } catch (Throwable t) {
            Meter.failed(Meter.FORK_END, t);
        }
    }

    private static void settled(ForkJoinTask<?> task, TaskRecord record, int status) {
        boolean itself = Recording.currentTask() == record;
        if ((status & THROWN) != 0) {
            Recording.end(record, TaskRecord.FAILED, record.error(), itself ? null : Act.now(Act.COMPLETE));
        } else if ((status & ABNORMAL) != 0) {
            ThreadRecord me = Recording.current();
            Act stop = me.innermost() == me ? stop(task) : null;
            Recording.end(record, TaskRecord.CANCELLED, null, stop != null ? stop : Act.now(Act.CANCEL));
        } else {
            Recording.end(record, TaskRecord.RETURNED, null, null);
        }
    }

    /** A task that nobody can ask hands its error to an uncaught-exception handler itself. */
    public static void uncaught(Throwable error) {
        if (Recording.on && error != null) {
            try {
                FailureMark.observed(error);
            } catch (Throwable t) {
                Meter.failed(Meter.FORK_END, t);
            }
        }
    }

    /** A pool goes on with its end; {@code now} if what it has is to be cancelled. */
    public static void terminating(Object pool, boolean now) {
        if (Recording.on) {
            try {
                Act stop = STOPS.find(pool);
                if (stop == null && now && Meter.fires(Meter.FORK_STOP)) {
                    stop = STOPS.addIfAbsent(pool, Act.now(Act.SHUTDOWN));
                }
                if (stop != null) {
                    Recording.current().midst().asked = stop;
                }
            } catch (Throwable t) {
                Meter.failed(Meter.FORK_STOP, t);
            }
        }
    }

    /** A pool has gone on with its end, as far as it could. */
    public static void terminated() {
        if (Recording.on) {
            try {
                Recording.current().midst().asked = null;
            } catch (Throwable t) {
                Meter.failed(Meter.FORK_STOP, t);
            }
        }
    }

    /** A pool that was shut down at once cancels this task instead of running it; {@link #terminated} follows. */
    public static void notRunning(ForkJoinTask<?> task) {
        if (Recording.on) {
            try {
                Act stop = stop(task);
                Recording.current().midst().asked = stop;
                if (stop != null && Slots.get(task) instanceof TaskRecord record) {
                    Recording.end(record, TaskRecord.CANCELLED, null, stop);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.FORK_STOP, t);
            }
        }
    }

    /** Returns the act that shut down the pool of the current worker or of a delayed task, or null. */
    private static Act stop(ForkJoinTask<?> task) {
        Object pool = WorkFields.pool(task);
        return pool == null ? null : STOPS.find(pool);
    }

    /** Somebody asks for a task's error. */
    public static void asked(ForkJoinTask<?> task) {
        if (Recording.on) {
            try {
                if (Slots.get(task) instanceof TaskRecord record) {
                    FailureMark.lookedAt(record);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.FORK_END, t);
            }
        }
    }
}
