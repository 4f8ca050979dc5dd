// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.ref.WeakReference;
import java.util.concurrent.FutureTask;

/**
 * Called by {@code FutureTask}, which stands behind every {@code submit} and {@code schedule} of the JDK's pools.
 *
 * <p><b>Threads</b>: the submitting, running and cancelling threads. <b>Cost</b>: one record and one stack for each
 * future.
 */
public final class FutureHooks {

    private static final int EXCEPTIONAL = 3;
    private static final int CANCELLED = 4;

    private FutureHooks() {}

    /** A future was made for this work. */
    public static void made(FutureTask<?> future, Object work) {
        if (Meter.fires(Meter.FUTURE_NEW)) {
            try {
                Class<?> type = future.getClass();
                if (type == Hosts.Futures.THREAD_BOUND || type == Hosts.Futures.QUEUEING) {
                    return;
                }
                WorkRecord record = new WorkRecord(new WeakReference<>(future));
                Recording.place(record, TaskRecord.POOL, work);
                Slots.set(future, record);
            } catch (Throwable t) {
                Meter.failed(Meter.FUTURE_NEW, t);
            }
        }
    }

    /** A future and the thread that was made for it are one task: the thread. */
    public static void bound(FutureTask<?> future, Thread thread) {
        if (Recording.on) {
            try {
                if (Slots.lock(thread) instanceof ThreadRecord record) {
                    Slots.set(future, record);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.FUTURE_NEW, t);
            }
        }
    }

    /** A thread is made for this work, which is not the wrapper that the thread gets. */
    public static void boundWork(FutureTask<?> future, Object work, Thread thread) {
        bound(future, thread);
        ThreadHooks.madeFor(thread, work);
    }

    /** A future was made to run later, again and again if the period is not 0. */
    public static void scheduled(FutureTask<?> future, long period) {
        if (Meter.fires(Meter.SCHEDULED)) {
            try {
                if (Slots.get(future) instanceof TaskRecord record) {
                    record.kind = period == 0 ? TaskRecord.DELAYED : TaskRecord.PERIODIC;
                }
            } catch (Throwable t) {
                Meter.failed(Meter.SCHEDULED, t);
            }
        }
    }

    /** A future begins to run. */
    public static void running(FutureTask<?> future) {
        if (Meter.fires(Meter.FUTURE_RUN)) {
            try {
                TaskRecord record = recordOf(future);
                if (record != null && !record.ended()) { // a pool takes what was cancelled in its queue, too
                    Runs.begin(future, record);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.FUTURE_RUN, t);
            }
        }
    }

    /** Returns a future's record, or null: one that was cancelled before Clew came gets none any more. */
    private static TaskRecord known(FutureTask<?> future) {
        return Slots.get(future) instanceof TaskRecord record && record.isPresent() ? record : null;
    }

    /** Returns a future's record; one that was there before Clew gets it now. */
    private static TaskRecord recordOf(FutureTask<?> future) {
        if (Slots.get(future) instanceof TaskRecord record && record.isPresent()) {
            return record;
        }
        Class<?> type = future.getClass();
        if (Recording.fromStart || type == Hosts.Futures.THREAD_BOUND || type == Hosts.Futures.QUEUEING) {
            return null;
        }
        byte kind = type == Hosts.Futures.SCHEDULED ? TaskRecord.DELAYED : TaskRecord.POOL;
        TaskRecord record = Recording.discovered(future, kind, WorkFields.of(future));
        Slots.set(future, record);
        return record;
    }

    /** A future begins a run after which it may run again. */
    public static void runningAgain(FutureTask<?> future) {
        running(future);
        if (Recording.on) {
            try {
                if (Slots.get(future) instanceof TaskRecord record && record.kind == TaskRecord.DELAYED) {
                    record.kind = TaskRecord.PERIODIC;
                }
            } catch (Throwable t) {
                Meter.failed(Meter.FUTURE_RUN, t);
            }
        }
    }

    /** A future's run is over; the future may not be. */
    public static void ran(FutureTask<?> future) {
        if (Recording.on) {
            try {
                Runs.over(future);
            } catch (Throwable t) {
                Meter.failed(Meter.FUTURE_RUN, t);
            }
        }
    }

    /**
     * The thread of a future that is bound to it has left the future's code. Whoever cancels that future tells so only
     * after the thread was interrupted, by when the thread may be over: then the interrupt tells who it was.
     */
    public static void left(FutureTask<?> future, int state) {
        if (state >= CANCELLED && Recording.on) {
            try {
                if (Slots.get(future) instanceof ThreadRecord thread && thread.midst().bound == 0) {
                    thread.midst().bound = TaskRecord.CANCELLED + 1;
                }
            } catch (Throwable t) {
                Meter.failed(Meter.FUTURE_RUN, t);
            }
        }
    }

    /** A future's work threw. */
    public static void threw(FutureTask<?> future, Throwable error, int state) {
        if (Recording.on) {
            try {
                TaskRecord record = state < CANCELLED ? recordOf(future) : known(future);
                if (record != null && !record.ended()) {
                    record.threw(error); // before anybody can look
                }
            } catch (Throwable t) {
                Meter.failed(Meter.FUTURE_END, t);
            }
        }
    }

    /** A future was told what its work threw: it drops that if it was cancelled meanwhile. */
    public static void told(FutureTask<?> future, Throwable error, int state) {
        if (state >= CANCELLED && Recording.on) {
            try {
                TaskRecord record = known(future);
                if (record != null && !(record instanceof ThreadRecord)) { // a thread keeps its error until it ends
                    Late.keep(record, error);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.FUTURE_END, t);
            }
        }
    }

    /** A future has a result, an error, or was cancelled. */
    public static void finished(FutureTask<?> future, int state) {
        if (Meter.fires(Meter.FUTURE_END)) {
            try {
                TaskRecord record = recordOf(future);
                if (record != null) {
                    finished(future, record, state);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.FUTURE_END, t);
            }
        }
    }

    private static void finished(FutureTask<?> future, TaskRecord record, int state) {
        byte outcome = state >= CANCELLED ? TaskRecord.CANCELLED
                : state == EXCEPTIONAL ? TaskRecord.FAILED : TaskRecord.RETURNED;
        Act act = outcome == TaskRecord.CANCELLED ? Act.now(Act.CANCEL) : null;
        if (record instanceof ThreadRecord thread) {
            ThreadParticulars midst = thread.midst();
            midst.bound = (byte) (outcome + 1);
            midst.act = act;
            if (midst.error != null) {
                midst.holder = new WeakReference<>(future);
            }
            return;
        }
        if (outcome != TaskRecord.FAILED && record.known() != null) {
            record.known().error = null; // what its work throws once it is cancelled comes by another way
        }
        Recording.end(record, outcome, record.error(), act);
    }

    /** Somebody asks for a future's result. */
    public static void asked(FutureTask<?> future) {
        if (Meter.fires(Meter.FUTURE_SEEN)) {
            try {
                Run run = Recording.current().current();
                if ((run == null || !run.waiting) && Slots.get(future) instanceof TaskRecord record) {
                    FailureMark.lookedAt(record);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.FUTURE_SEEN, t);
            }
        }
    }

    /** An executor's own code begins to wait for all of these, or for any: it asks for results that it throws away. */
    public static void waiting(Object tasks) {
        if (Recording.on) {
            try {
                ThreadRecord me = Recording.current();
                me.push(me.innermost(), tasks, null);
                me.current().waiting = true;
            } catch (Throwable t) {
                Meter.failed(Meter.FUTURE_SEEN, t);
            }
        }
    }

    /** An executor's own code has waited for all of these, or for any. */
    public static void waited(Object tasks) {
        if (Recording.on) {
            try {
                Recording.current().pop(tasks); // no run of the innermost task is over
            } catch (Throwable t) {
                Meter.failed(Meter.FUTURE_SEEN, t);
            }
        }
    }

    /** None of these has returned, and whoever wanted any of them is given the error of one. */
    public static void failed(Object tasks, Throwable error) {
        if (Recording.on) {
            try {
                FailureMark.observed(error);
            } catch (Throwable t) {
                Meter.failed(Meter.FUTURE_SEEN, t);
            }
            waited(tasks);
        }
    }
}
