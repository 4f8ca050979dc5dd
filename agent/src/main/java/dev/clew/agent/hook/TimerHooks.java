// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.ref.WeakReference;
import java.util.TimerTask;

/**
 * Called by {@code java.util.Timer}, its thread and its tasks.
 *
 * <p><b>Threads</b>: scheduling and cancelling threads, and the timer's own. <b>Cost</b>: one record and one stack for
 * each task.
 */
public final class TimerHooks {

    private TimerHooks() {}

    /** A task is being scheduled. */
    public static void scheduling(TimerTask task, long period) {
        if (task != null && Meter.fires(Meter.TIMER_NEW)) {
            try {
                WorkRecord record = new WorkRecord(new WeakReference<>(task));
                record.repeats = period != 0;
                Recording.place(record, TaskRecord.TIMER, task);
                Slots.set(task, record);
            } catch (Throwable t) {
                Meter.failed(Meter.TIMER_NEW, t);
            }
        }
    }

    /** A task could not be scheduled. */
    public static void notScheduled(TimerTask task, Throwable why) {
        if (Recording.on && task != null) {
            try {
                if (Slots.get(task) instanceof TaskRecord record) {
                    Recording.end(record, TaskRecord.REJECTED, why, Act.now(Act.REJECT));
                }
            } catch (Throwable t) {
                Meter.failed(Meter.TIMER_NEW, t);
            }
        }
    }

    /** A task begins to run. */
    public static void running(TimerTask task) {
        if (task != null && Meter.fires(Meter.TIMER_RUN)) {
            try {
                Runs.begin(task, recordOf(task));
            } catch (Throwable t) {
                Meter.failed(Meter.TIMER_RUN, t);
            }
        }
    }

    /** Returns a task's record; one that was there before Clew gets it now. */
    private static WorkRecord recordOf(TimerTask task) {
        if (Slots.get(task) instanceof WorkRecord record && record.isPresent()) {
            return record;
        }
        WorkRecord record = Recording.discovered(task, TaskRecord.TIMER, task);
        record.repeats = WorkFields.period(task) != 0;
        Slots.set(task, record);
        return record;
    }

    /** A task's run is over; a task that does not repeat has ended. */
    public static void ran(TimerTask task) {
        if (Recording.on && task != null) {
            over(task, null);
        }
    }

    /** The task that runs on the current thread has returned from its own code. */
    public static void returned() {
        overCurrent(null);
    }

    /** A timer's thread dies of what its task threw. */
    public static void died(Throwable error) {
        overCurrent(error);
    }

    private static void overCurrent(Throwable error) {
        if (Recording.on) {
            try {
                Run run = Recording.current().current();
                if (run != null && run.key instanceof TimerTask task) {
                    over(task, error);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.TIMER_RUN, t);
            }
        }
    }

    private static void over(TimerTask task, Throwable error) {
        try {
            TaskRecord record = Runs.over(task);
            if (record != null && (error != null || !(record instanceof WorkRecord work && work.repeats))) {
                Recording.end(record, error == null ? TaskRecord.RETURNED : TaskRecord.FAILED, error, null);
            }
        } catch (Throwable t) {
            Meter.failed(Meter.TIMER_RUN, t);
        }
    }

    /** A task was cancelled, if it was still waiting to run. */
    public static void cancelled(boolean done, TimerTask task) {
        if (done && Meter.fires(Meter.TIMER_CANCEL)) {
            try {
                if (Slots.get(task) instanceof TaskRecord record) {
                    Recording.end(record, TaskRecord.CANCELLED, null, Act.now(Act.CANCEL));
                }
            } catch (Throwable t) {
                Meter.failed(Meter.TIMER_CANCEL, t);
            }
        }
    }

    /** A timer's queue is emptied, because it was cancelled or its thread died; entries begin at index 1. */
    public static void clearing(TimerTask[] queue, int size) {
        if (size > 0 && Meter.fires(Meter.TIMER_CANCEL)) {
            try {
                Act act = Act.now(Act.TIMER);
                for (int i = 1; i <= size && i < queue.length; i++) {
                    if (queue[i] != null && Slots.get(queue[i]) instanceof TaskRecord record) {
                        Recording.end(record, TaskRecord.ABANDONED, null, act);
                    }
                }
            } catch (Throwable t) {
                Meter.failed(Meter.TIMER_CANCEL, t);
            }
        }
    }
}
