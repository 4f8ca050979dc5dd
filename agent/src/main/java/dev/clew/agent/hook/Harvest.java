// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * What the recorder asks of the hooks' recording: the live tasks, the endings since the last time, counts, and the
 * beginning and end of an attachment.
 *
 * <p><b>Threads</b>: Clew's own. <b>Consistency</b>: counts are read one by one and may be a moment apart.
 */
public final class Harvest {

    private static final long UNUSED_NANOS = 60_000_000_000L;
    private static volatile int settle = 32;

    private Harvest() {}

    /** Begins an attachment: hooks record from now on. */
    public static void begin(boolean start, Class<?> own) {
        Recording.fromStart = start;
        Recording.ownThreads = own;
        Recording.LATE.set(null);
        releaseQueues();
        Creations.begin();
        Recording.watchful = false;
        Recording.live = new LiveTable(Recording.session + 1);
        Recording.session++;
        Origins.begin(settle);
        Spots.begin();
        Recording.on = true;
    }

    /** Ends an attachment: hooks do nothing from now on, and everything recorded is let go. */
    public static void finish() {
        Recording.on = false;
        Recording.session++;
        releaseQueues();
        Lanes.reset();
        LiveTable old = Recording.live;
        Recording.live = new LiveTable(Recording.session);
        old.clear();
        Recording.FUTURES.sweep(value -> true);
        Recording.SUBMISSIONS.sweep(value -> true);
        Recording.THREADS.sweep(value -> true);
        Arrays.fill(Recording.SEEN, null);
        FailureMark.ALL.sweep(value -> true);
        Remarks.reset();
        ForkJoinHooks.STOPS.sweep(value -> true);
        Recording.ownThreads = null;
        Origins.begin(0);
        Spots.begin();
        Meter.reset();
    }

    /** Unlinks what the recorder has not taken: any of it may live on in an object of the application. */
    private static void releaseQueues() {
        Recording.LATE.set(null);
        Creation creation = takeCreations();
        while (creation != null) {
            Creation next = before(creation);
            creation.raw = null;
            creation = next;
        }
        TaskRecord record = takeEndings();
        while (record != null) {
            TaskRecord next = after(record);
            record.release();
            record = next;
        }
    }

    /** Returns the live tasks. */
    public static LiveTable live() {
        return Recording.live;
    }

    /** Returns the number of the present attachment. */
    public static int session() {
        return Recording.session;
    }

    /** Takes the creations since the last call, linked by {@link #before}. */
    public static Creation takeCreations() {
        return Creations.takeAll();
    }

    /** Returns the creation that came before this one, or null. */
    public static Creation before(Creation creation) {
        Creation next = creation.next;
        creation.next = null;
        return next;
    }

    /** Takes the endings since the last call, newest first, linked by {@link #after}. */
    public static TaskRecord takeEndings() {
        return Recording.takeEndings();
    }

    /** Takes the latest uneventful endings, at most so many of each thread; the others are counted. */
    public static void takeUneventful(int most, Consumer<TaskRecord> taker) {
        Lanes.take(most, taker);
    }

    /** Forgets what belonged to threads that are over; takes their last uneventful endings. */
    public static void sweepLanes(Consumer<TaskRecord> taker) {
        Lanes.sweep(taker);
    }

    /** Tells whether any ending may be one to preserve, so that none may be overwritten. */
    public static void watchful(boolean all) {
        Recording.watchful = all;
    }

    /** Returns the ending that was queued before this one, or null. */
    public static TaskRecord after(TaskRecord record) {
        Particulars ending = record.particulars();
        TaskRecord next = ending.next;
        ending.next = null;
        Recording.dealtWith();
        return next;
    }

    /** Returns a reference to the future that holds a task's error for whoever asks; null if none does. */
    public static Reference<?> holder(TaskRecord record) {
        Object holder = record instanceof ThreadRecord thread ? thread.midst().holder : record.subject;
        return holder instanceof Reference<?> future && !(holder instanceof WeakTable.Entry) ? future : null;
    }

    /** Takes what tasks threw after their end since the last call, newest first, linked by {@link #before(Late)}. */
    public static Late takeLate() {
        return Recording.LATE.getAndSet(null);
    }

    /** Returns what was thrown late before this, or null. */
    public static Late before(Late late) {
        return late.next;
    }

    /** Ends a task whose object was collected without ever ending, or whose end could not be seen. */
    public static void lost(TaskRecord record) {
        if (record instanceof WorkRecord work && work.unwatched) {
            Recording.absorb(record);
            Recording.UNSEEN.incrementAndGet();
        } else {
            Recording.end(record, TaskRecord.LOST, null, null);
        }
    }

    /** Returns how much work was handed to executors of libraries and never seen to run. */
    public static long unseenCount() {
        return Recording.UNSEEN.get();
    }

    /** Makes sure that a running thread is among the live tasks. */
    public static ThreadRecord see(Thread thread) {
        ThreadRecord record = Recording.of(thread);
        if (Recording.THREADS.crowded()) {
            sweepThreads(); // very many threads may be seen before the recorder sweeps for the first time
        }
        return record;
    }

    /** Returns the id of a future that keeps its own record, or null. */
    public static Long idOf(Object future) {
        Object record = future instanceof FutureTask<?> task ? Slots.get(task)
                : future instanceof ForkJoinTask<?> task ? Slots.get(task) : null;
        return record instanceof TaskRecord known && known.isPresent() ? known.id : null;
    }

    /** The recorder has decoded a creation; the place it came from learns the stack. */
    public static void seen(Creation creation, long print) {
        creation.origin.seen(creation, print);
    }

    /** Returns the numbers of a creation's stack before it is decoded, in one; 0 if there are none. */
    public static long print(Creation creation) {
        return Fingerprint.of(creation.raw);
    }

    /** Tells how many creations the recorder has dealt with since it last did. */
    public static void decoded(int count) {
        Creations.decoded(count);
    }

    /** Returns how many endings were counted and not held because the recorder was behind. */
    public static long overrunCount() {
        return Recording.OVERRUN.get() + Lanes.missed();
    }

    /** Bounds how many creations may wait for the recorder before stacks are left out. */
    public static void bound(int creations) {
        Creations.backlog = creations;
    }

    /**
     * Tells how much is taken of creations in the attachments that begin from now on.
     *
     * @param equal after so many equal stacks a place settles; 0 for never
     * @param second how many stacks a second are taken at places that have shown several
     */
    public static void settling(int equal, int second) {
        settle = equal;
        Creations.allowance = second;
    }

    /** Returns how many places tasks come from. */
    public static int originCount() {
        return Origins.count();
    }

    /** Returns the highest id so far. */
    public static long lastId() {
        return Recording.IDS.get();
    }

    /** Returns how many tasks ended, over all attachments. */
    public static long endedCount() {
        return Lanes.ended();
    }

    /** Returns what the creations of tasks cost their threads in this attachment. */
    public static Toll creating() {
        return Lanes.creating();
    }

    /** Returns what the endings of tasks cost their threads in this attachment. */
    public static Toll ending() {
        return Lanes.ending();
    }

    /** Returns how many creations were counted without a stack. */
    public static long throttledCount() {
        return Creations.THROTTLED.get();
    }

    /** Returns how many entries the weak tables hold. */
    public static int tableEntries() {
        return Recording.FUTURES.size() + Recording.SUBMISSIONS.size() + Recording.THREADS.size()
                + FailureMark.ALL.size();
    }

    /** Takes what is cleared or over out of the weak tables. */
    public static void sweepTables() {
        Recording.FUTURES.sweep(value -> !value.isPresent());
        Recording.SUBMISSIONS.sweep(value -> !value.isPresent() || value.ended());
        sweepThreads();
        FailureMark.ALL.sweep(value -> value.superseded);
        Origins.sweep(System.nanoTime() - UNUSED_NANOS);
    }

    /** Shows the acts that are kept apart from tasks, so that none stays undecoded. */
    public static void sweepStops(Consumer<Act> visitor) {
        ForkJoinHooks.STOPS.sweep(value -> {
            visitor.accept(value);
            return false;
        });
    }

    private static void sweepThreads() {
        for (int i = 0; i < Recording.SEEN.length; i++) {
            ThreadRecord seen = Recording.SEEN[i];
            if (seen != null && (seen.ended() || !seen.isPresent())) {
                Recording.SEEN[i] = null;
            }
        }
        Recording.THREADS.sweep(value -> !value.isPresent() || value.ended());
    }

    /** Gives a reason for whatever the current thread does next; null takes it back. */
    public static void because(String words) {
        Recording.current().midst().reason = words;
    }

    /** Says that what the current thread of Clew does from now on is the application's doing, and shown as such. */
    public static void forApplication() {
        ThreadRecord me = Recording.current();
        me.rank(me.depth(), false);
    }
}
