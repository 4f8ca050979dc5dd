// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

/**
 * Called by {@code java.lang.Thread} and its virtual kin.
 *
 * <p><b>Threads</b>: the thread that starts, ends or interrupts another; {@link #virtualEnded} runs on the carrier.
 * <b>Cost</b>: one record and one stack at a start, one push at an end; nothing when a thread parks or mounts.
 */
public final class ThreadHooks {

    private ThreadHooks() {}

    /** Before a platform thread starts. */
    public static void starting(Thread thread) {
        if (Meter.fires(Meter.THREAD_START)) {
            try {
                placed(thread, TaskRecord.THREAD);
            } catch (Throwable t) {
                Meter.failed(Meter.THREAD_START, t);
            }
        }
    }

    /** Before a virtual thread starts. */
    public static void virtualStarting(Thread thread) {
        if (Meter.fires(Meter.VIRTUAL_START)) {
            try {
                placed(thread, TaskRecord.VIRTUAL);
            } catch (Throwable t) {
                Meter.failed(Meter.VIRTUAL_START, t);
            }
        }
    }

    private static void placed(Thread thread, byte kind) {
        if (!(Slots.lock(thread) instanceof ThreadRecord record) || record.id != 0) {
            return;
        }
        ThreadRecord me = Recording.current();
        record.subject = thread;
        record.runner = thread;
        boolean subtask = me.forking > 0;
        Recording.place(record, subtask ? TaskRecord.SUBTASK : kind,
                subtask ? me.forked : record.work != null ? record.work : WorkFields.of(thread));
        record.work = null;
        record.own = me.own || Recording.ownThreads != null && Recording.ownThreads.isInstance(thread);
    }

    /** A virtual thread was made for this work, to be run by this scheduler. */
    public static void virtualMade(Thread thread, Object work, Object scheduler) {
        if (Hosts.scheduler == null) {
            Hosts.scheduler = scheduler;
        }
        madeFor(thread, work);
    }

    /** A thread was made for this work. */
    static void madeFor(Thread thread, Object work) {
        if (Recording.on && work != null) {
            try {
                if (Slots.lock(thread) instanceof ThreadRecord record) {
                    record.work = WorkFields.unwrapped(work);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.THREAD_START, t);
            }
        }
    }

    /** A thread could not be started. */
    public static void notStarted(Thread thread, Throwable why) {
        if (Recording.on && !(why instanceof IllegalThreadStateException)) {
            try {
                if (Slots.lock(thread) instanceof ThreadRecord record) {
                    Recording.end(record, TaskRecord.REJECTED, why, null);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.THREAD_START, t);
            }
        }
    }

    /** A virtual thread begins to run. */
    public static void virtualRuns(Thread thread) {
        if (Meter.fires(Meter.VIRTUAL_RUN)) {
            try {
                if (Slots.lock(thread) instanceof ThreadRecord record) {
                    record.startedAt = System.nanoTime();
                }
            } catch (Throwable t) {
                Meter.failed(Meter.VIRTUAL_RUN, t);
            }
        }
    }

    /** A platform thread ends. */
    public static void exiting(Thread thread) {
        if (Meter.fires(Meter.THREAD_END)) {
            try {
                ended(Recording.of(thread), thread);
            } catch (Throwable t) {
                Meter.failed(Meter.THREAD_END, t);
            }
        }
    }

    /** A virtual thread has ended; called on its carrier, where nothing may block. */
    public static void virtualEnded(Thread thread) {
        if (Meter.fires(Meter.VIRTUAL_END)) {
            try {
                Object lock = Slots.lock(thread);
                ThreadRecord record = lock instanceof ThreadRecord r && r.session == Recording.session
                        ? r : Recording.THREADS.find(thread);
                if (record != null && record.id != 0) {
                    ended(record, thread);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.VIRTUAL_END, t);
            }
        }
    }

    private static void ended(ThreadRecord record, Thread thread) {
        record.current = null;
        if (record.interrupt != null || record.act != null) {
            record.stoppedAt = System.nanoTime();
        }
        record.runner = null;
        record.threadName = thread.getName();
        record.flagged = record.interrupt != null && Slots.interrupted(thread);
        Throwable error = record.error;
        Act act = record.act;
        byte outcome = record.bound > 0 ? (byte) (record.bound - 1) : error == null ? TaskRecord.RETURNED
                : TaskRecord.FAILED;
        Recording.end(record, outcome, error, act);
    }

    /** A thread's work threw, and an uncaught-exception handler is about to see it. */
    public static void uncaught(Thread thread, Throwable error) {
        if (Meter.fires(Meter.UNCAUGHT)) {
            try {
                ThreadRecord record = Recording.of(thread);
                record.error = error;
                record.mark = FailureMark.observed(error);
            } catch (Throwable t) {
                Meter.failed(Meter.UNCAUGHT, t);
            }
        }
    }

    /** A thread is being interrupted. */
    public static void interrupting(Thread thread) {
        if (Meter.fires(Meter.INTERRUPT)) {
            try {
                interrupted(thread, Recording.of(thread));
            } catch (Throwable t) {
                Meter.failed(Meter.INTERRUPT, t);
            }
        }
    }

    private static void interrupted(Thread thread, ThreadRecord record) {
        TaskRecord innermost = record.innermost();
        if (thread == Thread.currentThread() && innermost.interrupt != null) {
            return; // sets the flag again that somebody else's interrupt had set: that one stays the cause
        }
        Act act = Act.now(Act.INTERRUPT);
        act.met = innermost.id;
        record.interrupt = act;
        record.received = false;
        innermost.interrupt = act;
        innermost.received = false;
    }

    /** An InterruptedException was made on the current thread. */
    public static void received() {
        if (Meter.fires(Meter.RECEIVED)) {
            try {
                ThreadRecord record = Recording.current();
                record.received = true;
                record.innermost().received = true;
            } catch (Throwable t) {
                Meter.failed(Meter.RECEIVED, t);
            }
        }
    }
}
