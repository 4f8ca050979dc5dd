// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Creation;
import dev.clew.agent.hook.Harvest;
import dev.clew.agent.hook.Remarks;
import dev.clew.agent.hook.Spots;
import dev.clew.agent.hook.TaskRecord;
import dev.clew.agent.hook.WorkRecord;
import dev.clew.model.Outcome;
import dev.clew.model.answer.PatternList;
import dev.clew.model.answer.StatusReport;
import dev.clew.monitor.Counts;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Turns what the hooks wrote into live tasks and endings, all the time and whenever somebody asks.
 *
 * <p><b>Threads</b>: one daemon of its own, and the threads that ask. <b>Consistency</b>: after {@link #catchUp} every
 * task that had ended before the call is in the history. <b>Cost</b>: wakes twenty times a second; its CPU time grows with
 * the number of tasks made and is shown in the status.
 */
public final class Recorder {

    private static final long PAUSE_MILLIS = 50;
    private static final long BUSY_PAUSE_MILLIS = 2;
    /** So much in one round means that the next pause must be short, or stacks will be left out. */
    private static final int BUSY = 500;
    private static final long SWEEP_NANOS = 1_000_000_000;
    private static final long UNDECODED_BYTES = 1_300;
    /** A thread's record, less the object that the JVM would have made in its place, and its slot. */
    private static final long THREAD_BYTES = 45;
    /** A record of other work, the weak reference to that, and the slot. */
    private static final long WORK_BYTES = 101;
    private static final long TABLE_ENTRY_BYTES = 64;
    private static final long ORIGIN_BYTES = 160;
    /** So many uneventful endings are held, over some time and in a burst; more come and go uncounted by name. */
    private static final int UNEVENTFUL_A_SECOND = 50_000;
    private static final int UNEVENTFUL_AT_ONCE = 200_000;
    /** Counts that belong to single threads take one in so many of all bytes. */
    private static final int COUNTS_SHARE = 16;

    private final Traces traces;
    private final History history;
    private final Endings endings;
    private final Aftermath aftermath;
    private final Unobserved unobserved = new Unobserved();
    private final long memory;
    private final int backlog;
    private final Clock clock = Clock.now();
    private final Rates rates = new Rates(clock.nanos());
    private final Tallies tallies;
    private final Allowance allowance = new Allowance(UNEVENTFUL_A_SECOND, UNEVENTFUL_AT_ONCE);
    private final Thread daemon = new OwnThread(new Runnable() { // no lambda, which the JVM would first have to make
        @Override
        public void run() {
            work();
        }
    }, "recorder");
    /** How many endings had each outcome, of those that were decoded. */
    private final long[] outcomes = new long[Outcome.values().length];
    private volatile boolean closed;
    private long unreadable;
    private volatile Throwable unreadableBecause;

    /** Prepares a recorder that holds at most the given number of bytes. */
    public Recorder(long memory, List<String> application, Preservation preservation) {
        this.memory = memory;
        this.backlog = (int) Math.min(1_000_000, memory / UNDECODED_BYTES);
        this.traces = new Traces(new Sites(application));
        this.tallies = new Tallies(traces);
        this.history = new History(memory, tallies);
        this.endings = new Endings(traces, preservation, clock);
        this.aftermath = new Aftermath(history, endings);
        Harvest.watchful(preservation.hasPatterns());
    }

    /** Begins to record. */
    public void start() {
        Harvest.bound(backlog);
        Spots.bound(memory / COUNTS_SHARE);
        Remarks.bound(memory / 8);
        daemon.start();
    }

    /** Stops recording and lets go of everything. */
    public void close() throws InterruptedException {
        closed = true;
        daemon.interrupt();
        daemon.join();
    }

    private void work() {
        long swept = System.nanoTime();
        while (!closed) {
            try {
                int taken = catchUp();
                if (System.nanoTime() - swept > SWEEP_NANOS) {
                    sweep();
                    swept = System.nanoTime();
                }
                Thread.sleep(taken > BUSY ? BUSY_PAUSE_MILLIS : PAUSE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Takes in everything that the hooks have queued; returns how much that was. */
    public synchronized int catchUp() {
        tallies.gather();
        int taken = decode() + end();
        try {
            tallies.count();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            unreadable(e);
        }
        return taken;
    }

    private int decode() {
        int count = 0;
        for (Creation creation = Harvest.takeCreations(); creation != null; creation = Harvest.before(creation)) {
            long print = Harvest.print(creation);
            traces.of(creation);
            Harvest.seen(creation, print);
            count++;
        }
        Harvest.decoded(count);
        return count;
    }

    private int end() {
        Taken over = new Taken();
        for (TaskRecord record = Harvest.takeEndings(); record != null; record = Harvest.after(record)) {
            over.add(record);
        }
        int eventful = over.size();
        Harvest.takeUneventful(allowance.left(), over);
        allowance.spend(over.size() - eventful);
        end(over);
        try {
            aftermath.take();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            unreadable(e);
        }
        return over.size();
    }

    /** What is over, and takes more: a lambda would have to be made while the JVM starts. */
    private static final class Taken extends ArrayList<TaskRecord> implements Consumer<TaskRecord> {
        private static final long serialVersionUID = 1;

        @Override
        public void accept(TaskRecord record) {
            add(record);
        }
    }

    private void end(List<TaskRecord> over) {
        if (over.size() > 1) {
            over.sort((a, b) -> Long.signum(a.endedAt() - b.endedAt())); // oldest first
        }
        for (TaskRecord record : over) {
            end(record);
        }
    }

    private void end(TaskRecord record) {
        try {
            Reference<?> holder = Harvest.holder(record);
            LateError late = endings.late(record);
            Ended ended = endings.of(record);
            tallies.ended(ended);
            history.add(ended);
            outcomes[ended.outcome().ordinal()] += record.own() ? 0 : 1;
            if (late != null) {
                history.amend(ended.id(), late);
            }
            unobserved.watch(ended, holder);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            unreadable(e);
        }
    }

    /** Whatever an application's own exceptions do to whoever decodes them, the others are taken in. */
    private void unreadable(Throwable because) {
        unreadable++;
        unreadableBecause = because;
    }

    /** Finds what was lost, and takes what is over out of the tables. */
    private synchronized void sweep() {
        long[] said = {Remarks.bytes(), 0};
        Harvest.live().walk(record -> {
            said[1] += Remarks.bytes(record);
            traces.decode(record.interrupt());
            if (record instanceof WorkRecord work && !work.ended() && work.isCollected()) {
                Harvest.lost(record);
            }
        });
        Remarks.recount(said[1], said[0]);
        Harvest.live().sweep();
        Harvest.sweepTables();
        Harvest.sweepStops(traces::of);
        List<TaskRecord> over = new ArrayList<>();
        Harvest.sweepLanes(over::add);
        end(over);
        traces.sweep();
        unobserved.sweep(history);
        rates.tick(System.nanoTime(), Spots.counts(false));
        history.bound(Math.max(memory / 4, memory - memoryBesidesEndings()));
    }

    /** Returns how many tasks there were by where they come from. */
    synchronized Counts counts(long windowMillis) {
        catchUp();
        var ledger = new Ledger(rates, windowMillis * 1_000_000, tallies.unobserved(history));
        return ledger.of(Spots.counts(true), clock.at());
    }

    /** Visits the live tasks. */
    void live(Consumer<TaskRecord> visitor) {
        Harvest.live().walk(record -> {
            if (!record.ended()) {
                visitor.accept(record);
            }
        });
    }

    /** Returns a live task. */
    Optional<TaskRecord> live(long id) {
        TaskRecord[] found = new TaskRecord[1];
        live(record -> {
            if (record.id == id) {
                found[0] = record;
            }
        });
        return Optional.ofNullable(found[0]);
    }

    History history() {
        return history;
    }

    Causes causes() {
        return endings.causes();
    }

    Interruptions interruptions() {
        return endings.interruptions();
    }

    Traces traces() {
        return traces;
    }

    Clock clock() {
        return clock;
    }

    /** Returns why the last ending that could not be decoded could not be; null if all could. */
    public Throwable unreadableBecause() {
        return unreadableBecause;
    }

    /** Returns how many tasks live, hidden ones included. */
    public long liveCount() {
        long[] count = new long[1];
        live(record -> count[0]++);
        return count[0];
    }

    private long liveBytes() {
        long[] bytes = new long[1];
        live(record -> bytes[0] += record instanceof WorkRecord ? WORK_BYTES : THREAD_BYTES);
        return bytes[0];
    }

    /** Returns how many endings are held. */
    public long kept() {
        return history.size();
    }

    /** Returns the memory of each part, estimated. */
    public List<StatusReport.Part> memory() {
        return List.of(new StatusReport.Part("live tasks", liveBytes()),
                new StatusReport.Part("endings", history.bytes()), new StatusReport.Part("stacks", traces.bytes()
                        + Harvest.originCount() * ORIGIN_BYTES),
                new StatusReport.Part("counts", Spots.bytes()),
                new StatusReport.Part("labels", Remarks.bytes()),
                new StatusReport.Part("tables",
                        Harvest.tableEntries() * TABLE_ENTRY_BYTES + unobserved.size() * (long) Unobserved.BYTES));
    }

    private long memoryBesidesEndings() {
        return memory().stream().mapToLong(StatusReport.Part::bytes).sum() - history.bytes();
    }

    /** Returns the CPU time of Clew's own threads in milliseconds; -1 where the JVM does not tell. */
    public long cpuMillis() {
        return CpuTime.ofOwnThreads();
    }

    /** Returns how many endings are counted and not held. */
    public synchronized long dropped() {
        return history.dropped() + Harvest.overrunCount() + unreadable;
    }

    /** Returns how many tasks ended in each way, but for those that returned while nobody looked. */
    synchronized Map<Outcome, Long> outcomes() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            if (outcome != Outcome.RETURNED) {
                counts.put(outcome, outcomes[outcome.ordinal()]);
            }
        }
        return counts;
    }

    Preservation preservation() {
        return endings.preservation();
    }

    /** Returns what preserves endings, with how many each holds and let go. */
    PatternList patterns() {
        catchUp();
        return new PatternList(preservation().patterns().stream()
                .map(pattern -> new PatternList.Pattern(pattern, preservation().from(pattern), history.held(pattern),
                        history.letGo(pattern)))
                .toList());
    }

    /** Preserves the endings from now on that a pattern matches. */
    synchronized void preserve(String pattern) {
        catchUp();
        preservation().add(pattern);
        Harvest.watchful(true);
    }

    /** Stops a pattern: what it held is ordinary from now on; returns false if there is no such pattern. */
    synchronized boolean unpreserve(String pattern) {
        catchUp();
        boolean there = preservation().remove(pattern);
        Harvest.watchful(preservation().hasPatterns());
        if (there) {
            history.release(pattern);
        }
        return there;
    }
}
