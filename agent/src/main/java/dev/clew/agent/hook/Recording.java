// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.ref.WeakReference;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/**
 * What the hooks write to: ids, live tasks, endings that the recorder has not seen yet, and the tables for objects
 * that can't carry their record.
 *
 * <p><b>Threads</b>: any thread of the application writes; the recorder reads and clears. <b>Consistency</b>: a task
 * is live before its creation returns, and in the queue of endings before its end is visible to others.
 * <b>Cost</b>: an atomic increment, a stack and a slot at creation; a compare-and-set and a push at the end.
 */
public final class Recording {

    /** How many ancestors a task holds at most; beyond, the middle of its chain is dropped and counted. */
    static final int DEEPEST = 64;
    private static final int KEPT_NEWEST = 31;
    private static final int KEPT_OLDEST = 16;

    /** Whether hooks do anything. */
    static volatile boolean on;
    /** Counts the attachments of Clew to this JVM. */
    static volatile int session;
    /** Whether Clew came with the JVM rather than later. */
    static volatile boolean fromStart;
    /** The class of Clew's own threads. */
    static volatile Class<?> ownThreads;
    /** How many creations may wait for the recorder before stacks are left out. */
    static volatile int backlog = 200_000;

    /** Records of futures and the like that have no field of their own. */
    static final WeakTable<TaskRecord> FUTURES = new WeakTable<>();
    /** Records of work that was given to an executor as it is. */
    static final WeakTable<TaskRecord> SUBMISSIONS = new WeakTable<>();
    /** Records of threads that were there before Clew. */
    static final WeakTable<ThreadRecord> THREADS = new WeakTable<>();
    /** Root errors, and whether anyone has looked at them. */
    static final WeakTable<FailureMark> FAILURES = new WeakTable<>();

    private static final AtomicLong IDS = new AtomicLong();
    private static final AtomicLong ENDED = new AtomicLong();
    private static final AtomicLong TAKEN = new AtomicLong();
    private static final AtomicLong OVERRUN = new AtomicLong();
    private static final AtomicLong UNSEEN = new AtomicLong();
    private static final AtomicLong THROTTLED = new AtomicLong();
    private static final AtomicReference<TaskRecord> ENDINGS = new AtomicReference<>();
    private static final Predicate<ThreadRecord> PRESENT = new Present();
    private static volatile LiveTable live = new LiveTable();
    /** How many creations the recorder has decoded or let go. */
    static volatile long settled;

    private Recording() {}

    // ---- asked by the hooks

    static ThreadRecord current() {
        return of(Thread.currentThread());
    }

    static TaskRecord currentTask() {
        return current().innermost();
    }

    /** Returns a thread's record; one that was there before Clew gets it now. */
    static ThreadRecord of(Thread thread) {
        Object lock = Slots.lock(thread);
        if (lock instanceof ThreadRecord record && (record.session == session || !thread.isAlive())) {
            return record;
        }
        ThreadRecord known = THREADS.find(thread, PRESENT);
        return known != null ? known : adopted(thread);
    }

    /** Returns a new record for a thread that runs without having been seen to start. */
    private static ThreadRecord adopted(Thread thread) {
        ThreadRecord fresh = new ThreadRecord();
        fresh.kind = isVirtual(thread) ? TaskRecord.VIRTUAL : TaskRecord.THREAD;
        fresh.creation = new Creation(fromStart ? Creation.ROOT : Creation.BEFORE_ATTACH, null);
        fresh.subject = thread;
        fresh.runner = thread;
        fresh.own = ownThreads != null && ownThreads.isInstance(thread);
        fresh.session = session;
        fresh.id = nextId();
        if (thread.isAlive() && THREADS.addIfAbsent(thread, fresh, PRESENT) == fresh) {
            live.add(fresh);
            return fresh;
        }
        ThreadRecord winner = THREADS.find(thread, PRESENT);
        return winner != null ? winner : fresh;
    }

    private static final class Present implements Predicate<ThreadRecord> {
        @Override
        public boolean test(ThreadRecord record) {
            return record.session == session;
        }
    }

    static boolean isVirtual(Thread thread) {
        return Hosts.VIRTUAL != null && Hosts.VIRTUAL.isInstance(thread);
    }

    /**
     * Fills in a new record and places it among the live ones.
     *
     * @param work the object that is to run, or its class; null if it is not known
     */
    static void place(TaskRecord record, byte kind, Object work) {
        ThreadRecord me = current();
        if (work != null) {
            TaskRecord handed = me.handed(work);
            if (handed != null) {
                absorb(handed); // an executor makes this task of the very work that it was handed
            }
        }
        TaskRecord parent = me.innermost();
        record.kind = kind;
        record.own = me.own;
        record.parent = parent.depth < DEEPEST ? parent : shortened(parent);
        record.depth = record.parent.depth + 1;
        record.creation = creation(work == null || work instanceof Class<?> ? work : work.getClass());
        record.createdAt = System.nanoTime();
        record.id = nextId();
        record.session = session;
        live.add(record);
    }

    /** Takes back a record that another one stands for. */
    private static void absorb(TaskRecord record) {
        if (record.claimEnd()) {
            live.remove(record);
        }
    }

    /** Records a task that was there before Clew, at the first sign of it; its origin is not known. */
    static TaskRecord discovered(Object object, byte kind, Object work) {
        TaskRecord record = new TaskRecord();
        record.subject = new WeakReference<>(object);
        record.kind = kind;
        record.creation = new Creation(Creation.BEFORE_ATTACH, null);
        record.creation.work = work == null ? null : work.getClass();
        record.id = nextId();
        record.session = session;
        live.add(record);
        return record;
    }

    private static Creation creation(Object work) {
        Creation creation;
        if (IDS.get() - settled > backlog) {
            THROTTLED.incrementAndGet();
            creation = new Creation(Creation.THROTTLED, null);
        } else {
            creation = new Creation(Creation.EXACT, new Snapshot());
        }
        creation.work = work;
        return creation;
    }

    static long nextId() {
        return IDS.incrementAndGet();
    }

    /** Returns a copy of a long chain with its middle left out. */
    private static TaskRecord shortened(TaskRecord youngest) {
        TaskRecord[] newest = new TaskRecord[KEPT_NEWEST];
        TaskRecord at = youngest;
        for (int i = 0; i < KEPT_NEWEST; i++) {
            newest[i] = at;
            at = at.parent;
        }
        int dropped = newest[KEPT_NEWEST - 1].dropped;
        while (at != null && at.depth >= KEPT_OLDEST) {
            dropped += 1 + at.dropped;
            at = at.parent;
        }
        TaskRecord older = at;
        for (int i = KEPT_NEWEST - 1; i >= 0; i--) {
            older = ghost(newest[i], older);
            older.dropped = i == KEPT_NEWEST - 1 ? dropped : newest[i].dropped;
        }
        return older;
    }

    private static TaskRecord ghost(TaskRecord original, TaskRecord parent) {
        TaskRecord ghost = new TaskRecord();
        ghost.id = original.id;
        ghost.session = original.session;
        ghost.kind = original.kind;
        ghost.creation = original.creation;
        ghost.createdAt = original.createdAt;
        ghost.parent = parent;
        ghost.depth = parent == null ? 0 : parent.depth + 1;
        return ghost;
    }

    /** Ends a task once: later calls do nothing. */
    static void end(TaskRecord record, byte outcome, Throwable error, Act act) {
        if (record.session != session || !record.claimEnd()) {
            return;
        }
        record.outcome = outcome;
        if (error != null) {
            record.error = error;
            record.mark = mark(error);
        }
        record.act = act;
        record.endedAt = System.nanoTime();
        record.publishEnd();
        live.remove(record);
        long ended = ENDED.incrementAndGet();
        if (outcome == TaskRecord.RETURNED && act == null && ended - TAKEN.get() > backlog) {
            record.subject = null; // the recorder is behind: an uneventful ending is counted and not held
            OVERRUN.incrementAndGet();
            TAKEN.incrementAndGet();
            return;
        }
        TaskRecord head;
        do {
            head = ENDINGS.get();
            record.next = head;
        } while (!ENDINGS.compareAndSet(head, record));
    }

    /** Returns the mark that all failures with the same root share. */
    static FailureMark mark(Throwable error) {
        Throwable root = root(error);
        FailureMark known = FAILURES.find(root);
        return known != null ? known : FAILURES.addIfAbsent(root, new FailureMark());
    }

    /** Somebody has looked at a failure. */
    static void observed(Throwable error) {
        if (error != null) {
            mark(error).observed = true;
        }
    }

    private static Throwable root(Throwable error) {
        Throwable at = error;
        for (int i = 0; i < 8; i++) {
            Class<?> type = at.getClass();
            if (type != CompletionException.class && type != ExecutionException.class) {
                return at;
            }
            Throwable cause = Hosts.cause(at);
            if (cause == null) {
                return at;
            }
            at = cause;
        }
        return at;
    }

    // ---- asked by the recorder

    /** Begins an attachment: hooks record from now on. */
    public static void begin(boolean start, Class<?> own) {
        fromStart = start;
        ownThreads = own;
        live = new LiveTable();
        ENDINGS.set(null);
        TAKEN.set(ENDED.get());
        settled = IDS.get();
        session++;
        on = true;
    }

    /** Ends an attachment: hooks do nothing from now on, and everything recorded is let go. */
    public static void finish() {
        on = false;
        session++;
        ENDINGS.set(null);
        live = new LiveTable();
        FUTURES.sweep(value -> true);
        SUBMISSIONS.sweep(value -> true);
        THREADS.sweep(value -> true);
        FAILURES.sweep(value -> true);
        ownThreads = null;
        Meter.reset();
    }

    /** Returns the live tasks. */
    public static LiveTable live() {
        return live;
    }

    /** Returns the number of the present attachment. */
    public static int session() {
        return session;
    }

    /** Takes the endings since the last call, newest first, linked by {@link #after}. */
    public static TaskRecord takeEndings() {
        return ENDINGS.getAndSet(null);
    }

    /** Returns the ending that was queued before this one, or null. */
    public static TaskRecord after(TaskRecord record) {
        TaskRecord next = record.next;
        record.next = null;
        TAKEN.incrementAndGet();
        return next;
    }

    /** Ends a task whose object was collected without ever ending, or whose end could not be seen. */
    public static void lost(TaskRecord record) {
        if (record.unwatched) {
            absorb(record);
            UNSEEN.incrementAndGet();
        } else {
            end(record, TaskRecord.LOST, null, null);
        }
    }

    /** Returns how much work was handed to executors of libraries and never seen to run. */
    public static long unseenCount() {
        return UNSEEN.get();
    }

    /** Makes sure that a running thread is among the live tasks. */
    public static ThreadRecord see(Thread thread) {
        return of(thread);
    }

    /** Tells how many creations the recorder has dealt with. */
    public static void settled(long count) {
        settled = count;
    }

    /** Returns how many endings were counted and not held because the recorder was behind. */
    public static long overrunCount() {
        return OVERRUN.get();
    }

    /** Returns how many creations the recorder has dealt with. */
    public static long settledCount() {
        return settled;
    }

    /** Bounds how many creations may wait for the recorder before stacks are left out. */
    public static void bound(int creations) {
        backlog = creations;
    }

    /** Returns the highest id so far. */
    public static long lastId() {
        return IDS.get();
    }

    /** Returns how many tasks ended, over all attachments. */
    public static long endedCount() {
        return ENDED.get();
    }

    /** Returns how many creations were counted without a stack. */
    public static long throttledCount() {
        return THROTTLED.get();
    }

    /** Returns how many entries the weak tables hold. */
    public static int tableEntries() {
        return FUTURES.size() + SUBMISSIONS.size() + THREADS.size() + FAILURES.size();
    }

    /** Takes what is cleared or over out of the weak tables. */
    public static void sweepTables() {
        FUTURES.sweep(value -> value.session != session);
        SUBMISSIONS.sweep(value -> value.session != session || value.ended());
        THREADS.sweep(value -> value.session != session || value.ended());
        FAILURES.sweep(value -> false);
    }

    /** Gives a reason for whatever the current thread does next; null takes it back. */
    public static void because(String words) {
        current().reason = words;
    }
}
