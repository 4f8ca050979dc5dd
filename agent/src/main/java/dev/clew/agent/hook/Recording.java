// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** Whether hooks do anything. */
    static volatile boolean on;
    /** Counts the attachments of Clew to this JVM. */
    static volatile int session;
    /** Whether Clew came with the JVM rather than later. */
    static volatile boolean fromStart;
    /** The class of Clew's own threads. */
    static volatile Class<?> ownThreads;

    /** Records of futures and the like that have no field of their own. */
    static final WeakTable<TaskRecord> FUTURES = new WeakTable<>();
    /** Records of work that was given to an executor as it is. */
    static final WeakTable<WorkRecord> SUBMISSIONS = new WeakTable<>();
    /** Records of threads that were there before Clew. */
    static final WeakTable<ThreadRecord> THREADS = new WeakTable<>();
    /** Some of these records, by the identity of their threads; whoever finds another thread's looks on. */
    static final ThreadRecord[] SEEN = new ThreadRecord[1 << 9];
    static final AtomicLong IDS = new AtomicLong();
    /** Endings that the recorder must not miss, unless it is far behind. */
    private static final AtomicInteger WAITING = new AtomicInteger();
    static final AtomicLong OVERRUN = new AtomicLong();
    static final AtomicLong UNSEEN = new AtomicLong();
    /** Any ending may be one to preserve: none is to be overwritten. */
    static volatile boolean watchful;
    private static final AtomicReference<TaskRecord> ENDINGS = new AtomicReference<>();
    /** What was thrown by tasks that were over. */
    static final AtomicReference<Late> LATE = new AtomicReference<>();
    private static final Predicate<ThreadRecord> PRESENT = new Present();
    static volatile LiveTable live = new LiveTable(0);

    private Recording() {}

    static ThreadRecord current() {
        return of(Thread.currentThread());
    }

    static TaskRecord currentTask() {
        return current().innermost();
    }

    /** Returns a thread's record; one that was there before Clew gets it now. */
    static ThreadRecord of(Thread thread) {
        ThreadRecord near = near(thread);
        return near != null ? near : far(thread);
    }

    /** Returns a thread's record if the thread leads to it, or was seen lately; otherwise null. */
    static ThreadRecord near(Thread thread) {
        if (Slots.lock(thread) instanceof ThreadRecord record && record.isPresent()) {
            return record;
        }
        ThreadRecord seen = SEEN[System.identityHashCode(thread) & SEEN.length - 1];
        return seen != null && seen.subject == thread && seen.isPresent() ? seen : null;
    }

    private static ThreadRecord far(Thread thread) {
        if (Slots.lock(thread) instanceof ThreadRecord record && !thread.isAlive()) {
            return record;
        }
        ThreadRecord known = THREADS.find(thread, PRESENT);
        ThreadRecord record = known != null ? known : adopted(thread);
        SEEN[System.identityHashCode(thread) & SEEN.length - 1] = record;
        return record;
    }

    /** Returns a new record for a thread that runs without having been seen to start. */
    private static ThreadRecord adopted(Thread thread) {
        ThreadRecord fresh = new ThreadRecord();
        fresh.kind = isVirtual(thread) ? TaskRecord.VIRTUAL : TaskRecord.THREAD;
        fresh.subject = thread;
        fresh.rank(0, isOwn(thread));
        fresh.id = IDS.incrementAndGet();
        fresh.publish(new Creation(fromStart ? Creation.ROOT : Creation.BEFORE_ATTACH, null, Origins.root));
        if (thread.isAlive() && THREADS.addIfAbsent(thread, fresh, PRESENT) == fresh) {
            Lane.mine().tally.created(fresh, null);
            Lane.mine().place(fresh);
            if (fresh.ended()) {
                live.remove(fresh); // it ended after others could find it and before it was in its place
            }
            return fresh;
        }
        ThreadRecord winner = THREADS.find(thread, PRESENT);
        return winner != null ? winner : fresh;
    }

    private static final class Present implements Predicate<ThreadRecord> {
        @Override
        public boolean test(ThreadRecord record) {
            return record.isPresent();
        }
    }

    static boolean isOwn(Thread thread) {
        return ownThreads != null && ownThreads.isInstance(thread);
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
        place(record, kind, work, work == null ? null : work instanceof Class<?> type ? type : work.getClass(), kind);
    }

    /**
     * Fills in a new record and places it among the live ones.
     *
     * @param work the object that is to run, or its class; null if it is not known
     * @param key the class that tells the place in the code from others; null if there is none
     * @param sort a number that does so too
     */
    static void place(TaskRecord record, byte kind, Object work, Class<?> key, byte sort) {
        ThreadRecord me = current();
        if (work != null) {
            TaskRecord handed = me.handed(work);
            if (handed != null) {
                absorb(handed); // an executor makes this task of the very work that it was handed
            }
        }
        TaskRecord parent = me.innermost();
        TaskRecord linked = Ancestry.bounded(parent);
        record.kind = kind;
        record.parent = linked;
        boolean ofClew = isOwn(record.runner());
        record.rank(linked.depth() + 1, me.own() || ofClew);
        long now = System.nanoTime();
        record.createdAt = now;
        Creation moment = ofClew ? Creations.unseen(parent)
                : Creations.of(parent, work == null ? null : key, key, sort, now);
        Lane lane = Lane.mine();
        record.id = lane.nextId(now);
        record.publish(moment);
        lane.tally.created(record, parent);
        lane.place(record);
        if (lane.creating.due()) {
            lane.creating.since(now);
        }
    }

    /** Takes back a record that another one stands for. */
    static void absorb(TaskRecord record) {
        if (record.claimEnd()) {
            Lane.mine().tally.absorbed(record);
            live.remove(record);
        }
    }

    /** Records a task that was there before Clew, at the first sign of it; its origin is not known. */
    static WorkRecord discovered(Object object, byte kind, Object work) {
        WorkRecord record = new WorkRecord(new WeakReference<>(object));
        record.kind = kind;
        Creation moment = new Creation(Creation.BEFORE_ATTACH, null, Origins.root);
        moment.work = work == null ? null : work.getClass();
        Lane lane = Lane.mine();
        record.id = lane.nextId(System.nanoTime());
        record.publish(moment);
        lane.tally.created(record, null);
        lane.place(record);
        return record;
    }

    /** Whether so many endings wait for the recorder that no more stacks may wait with them. */
    static boolean behind() {
        return WAITING.get() > Creations.backlog;
    }

    /** Ends a task once: later calls do nothing. */
    static void end(TaskRecord record, byte outcome, Throwable error, Act act) {
        if (!record.isPresent() || !record.claimEnd()) {
            return;
        }
        Lane lane = Lane.mine();
        lane.ended++;
        long begun = lane.ending.due() ? System.nanoTime() : 0;
        if (outcome == TaskRecord.RETURNED && act == null && error == null && uneventful(record)) {
            lane.endings.end(record);
        } else {
            told(record, outcome, error, act);
        }
        lane.tally.ended(record, outcome);
        live.remove(record);
        if (begun != 0) {
            lane.ending.since(begun);
        }
    }

    /** Ends a record whose ending is claimed, and which the recorder is not to miss. */
    private static void told(TaskRecord record, byte outcome, Throwable error, Act act) {
        Particulars ending = record.particulars();
        ending.outcome = outcome;
        ending.act = act;
        failed(ending, error, act);
        ending.endedAt = System.nanoTime();
        if (ending.interrupt != null && record.runner() == Thread.currentThread()) {
            ending.flagged = Slots.interrupted(record.runner()); // the recorder may come before the run is over
        }
        record.publishEnd();
        push(record, ending);
    }

    private static void failed(Particulars ending, Throwable error, Act act) {
        if (error != null) {
            ending.error = error;
            if (ending.mark == null) {
                boolean passedOn = act != null && act.kind == Act.DEPENDENCY;
                ending.mark = passedOn ? FailureMark.of(error) : FailureMark.failing(error);
            }
        }
    }

    /** Whether the ending of a task that has returned may be left out if there are very many. */
    private static boolean uneventful(TaskRecord record) {
        Creation made = record.creation;
        Particulars known = record.known();
        return (known == null || known.interrupt == null && known.error == null)
                && made.raw == null && !made.marked && !record.acted && !watchful;
    }

    private static void push(TaskRecord record, Particulars ending) {
        if (behind() && ending.outcome == TaskRecord.RETURNED && ending.act == null && !record.creation.marked
                && !record.acted) {
            ending.interrupt = null;
            record.forget(); // the recorder is behind: an ending like this is counted and not held
            OVERRUN.incrementAndGet();
            return;
        }
        WAITING.incrementAndGet();
        TaskRecord head;
        do {
            head = ENDINGS.get();
            ending.next = head;
        } while (!ENDINGS.compareAndSet(head, record));
    }

    /** Takes the endings that must not be missed, newest first, linked by {@code next}. */
    static TaskRecord takeEndings() {
        return ENDINGS.getAndSet(null);
    }

    /** The recorder has dealt with one of them. */
    static void dealtWith() {
        WAITING.decrementAndGet();
    }
}
