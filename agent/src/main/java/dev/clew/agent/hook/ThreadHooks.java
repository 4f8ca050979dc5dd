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
        ThreadParticulars creator = Recording.current().within();
        Object work = record.subject;
        record.subject = thread;
        boolean subtask = creator != null && creator.forking > 0;
        Recording.place(record, subtask ? TaskRecord.SUBTASK : kind,
                subtask ? creator.forked : work != null ? work : WorkFields.of(thread));
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
                if (Slots.lock(thread) instanceof ThreadRecord record && record.id == 0) {
                    record.subject = WorkFields.unwrapped(work);
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
                    Recording.end(record, TaskRecord.REJECTED, why, Act.now(Act.REJECT));
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
                    Lane.mine().begins(record);
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
                ThreadRecord record = lock instanceof ThreadRecord r && r.isPresent()
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
        ThreadParticulars within = record.within();
        if (within == null) {
            record.leaves(thread);
            Recording.end(record, TaskRecord.RETURNED, null, null);
            return;
        }
        within.current = null;
        if (within.interrupt != null || within.act != null) {
            within.stoppedAt = System.nanoTime();
        }
        within.flagged = within.interrupt != null && Slots.interrupted(thread);
        Throwable error = within.error;
        byte outcome = within.bound > 0 ? (byte) (within.bound - 1) : error == null ? TaskRecord.RETURNED
                : TaskRecord.FAILED;
        record.leaves(thread);
        Recording.end(record, outcome, error, within.act);
    }

    /** A thread's work threw, and an uncaught-exception handler is about to see it. */
    public static void uncaught(Thread thread, Throwable error) {
        if (Meter.fires(Meter.UNCAUGHT)) {
            try {
                ThreadRecord record = Recording.of(thread);
                Particulars ending = record.particulars();
                ending.error = error;
                ending.mark = FailureMark.observed(error);
            } catch (Throwable t) {
                Meter.failed(Meter.UNCAUGHT, t);
            }
        }
    }

    /** A thread is being interrupted. */
    public static void interrupting(Thread thread) {
        if (Meter.fires(Meter.INTERRUPT)) {
            try {
                Interrupts.sent(thread, Recording.of(thread));
            } catch (Throwable t) {
                Meter.failed(Meter.INTERRUPT, t);
            }
        }
    }

    /** An InterruptedException was made on the current thread. */
    public static void received() {
        received(Meter.RECEIVED, Reception.EXCEPTION);
    }

    /** A ClosedByInterruptException was made on the current thread. */
    public static void closed() {
        received(Meter.CLOSED, Reception.CLOSED_CHANNEL);
    }

    /** The current thread's flag was set, and it clears it. */
    public static void clearing() {
        received(Meter.CLEARED, Reception.CLEARED);
    }

    private static void received(int hook, byte as) {
        if (Meter.fires(hook)) {
            try {
                Interrupts.received(as);
            } catch (Throwable t) {
                Meter.failed(hook, t);
            }
        }
    }

    /** A selector comes back from waiting. */
    public static void selected() {
        if (Recording.on) {
            try {
                if (Interrupts.waits(Recording.current())) {
                    received(Meter.SELECTED, Reception.SELECTION);
                }
            } catch (Throwable t) {
                Meter.failed(Meter.SELECTED, t);
            }
        }
    }

    /** The socket that the current virtual thread waits for is about to be closed because that was interrupted. */
    public static void closedSocket() {
        received(Meter.CLOSED, Reception.CLOSED_SOCKET);
    }
}
