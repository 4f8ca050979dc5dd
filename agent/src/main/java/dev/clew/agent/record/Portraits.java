// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Creation;
import dev.clew.agent.hook.FailureMark;
import dev.clew.agent.hook.Harvest;
import dev.clew.agent.hook.TaskRecord;
import dev.clew.agent.hook.ThreadRecord;
import dev.clew.agent.hook.WorkRecord;
import dev.clew.model.Ending;
import dev.clew.model.Frame;
import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import dev.clew.model.Parent;
import dev.clew.model.State;
import dev.clew.model.Task;
import dev.clew.monitor.Source.Sighting;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Draws tasks from their records. */
final class Portraits {

    private static final Kind[] KINDS = Kind.values();
    private static final long OLD_NANOS = 10_000_000_000L;

    private final Traces traces;
    private final Clock clock;
    private final Preservation preservation;

    Portraits(Traces traces, Clock clock, Preservation preservation) {
        this.traces = traces;
        this.clock = clock;
        this.preservation = preservation;
    }

    /**
     * Draws a live task.
     *
     * @param awaited whether somebody waits for it
     * @param futures the ids of futures by what their waiters are parked on, found when the first one is met
     */
    Sighting live(TaskRecord record, boolean awaited, Supplier<Map<Object, Long>> futures) {
        Trace creation = traces.of(record.creation);
        Frame site = traces.site(record);
        String name = Names.of(record, creation);
        Thread thread = record.runner();
        State state = state(record, thread);
        Task task = new Task(record.id, KINDS[record.kind], name, state, site, parent(record),
                created(record, clock), started(record), thread == null ? null : Names.shown(thread.getName()),
                waitingOn(thread, state, futures), preservation.under(record.creation, name, site) != null, runs(record), note(record),
                null);
        return new Sighting(task.labelled(Labels.of(record)), system(record, site, thread), !awaited && folded(record, creation),
                creation.frames());
    }

    /** Draws an ended task, with what it threw after its end or null. */
    Sighting ended(Ended ended, LateError late) {
        TaskRecord record = ended.record();
        Trace creation = traces.of(record.creation);
        Frame site = traces.site(record);
        FailureMark mark = ended.mark();
        Boolean observed = mark == null || !failed(ended.outcome()) ? null : observed(mark, record);
        Ending ending = new Ending(ended.outcome(), clock.at(record.endedAt()), ended.error(), observed, ended.cause(),
                Boolean.FALSE.equals(observed) ? clock.at(mark.collectedAt) : null, late == null ? null : late.told());
        Task task = new Task(record.id, KINDS[record.kind], ended.name(), State.ENDED, site,
                parent(record), created(record, clock), started(record), ended.thread(), null, ended.preserved(),
                runs(record), stillRunning(record), ending);
        boolean passesOn = record.kind == TaskRecord.FUTURE && Stage.of(creation.frames()).dependent();
        return new Sighting(task.labelled(ended.labels()), system(record, site, null), passesOn, creation.frames());
    }

    static Instant created(TaskRecord record, Clock clock) {
        return record.creation.capture == Creation.ROOT ? Birth.AT : clock.at(record.createdAt);
    }

    /** Whether anyone looked; who catches what is thrown in a library's executor is not known. */
    static Boolean observed(FailureMark mark, TaskRecord record) {
        return mark.observed || !(record instanceof WorkRecord work && work.unwatched()) ? (Boolean) mark.observed : null;
    }

    /** Whether somebody ought to look: what an interrupt or a cancel throws is its own doing. */
    private static boolean failed(Outcome outcome) {
        return outcome == Outcome.FAILED || outcome == Outcome.TIMED_OUT;
    }

    private static String stillRunning(TaskRecord record) {
        Thread runner = record.runner();
        if (record instanceof ThreadRecord subtask && subtask.thrownAway()) {
            return "its scope had been cancelled and threw away "
                    + (record.outcome() == TaskRecord.RETURNED ? "its result" : "its error");
        }
        return runner == null ? note(record) : "its code still runs on " + Names.shown(runner.getName());
    }

    /** Returns when a task began; one that was over before is only found to be so by whoever would run it. */
    private Instant started(TaskRecord record) {
        long at = record.startedAt();
        if (at == TaskRecord.UNTIMED || record.ended() && at - record.endedAt() > 0) {
            return null;
        }
        return record.kind == TaskRecord.THREAD ? created(record, clock) : clock.at(at);
    }

    private static long runs(TaskRecord record) {
        return record instanceof WorkRecord work && work.repeats() ? work.runs() : 0;
    }

    /** Returns who created a task, as far as it is known. */
    Parent parent(TaskRecord record) {
        byte capture = record.creation.capture;
        if (capture == Creation.ROOT) {
            return Parent.root();
        }
        if (capture == Creation.BEFORE_ATTACH) {
            return Parent.unknown("before attach");
        }
        if (rivals(record)) {
            return Parent.unknown("the same object was submitted more than once");
        }
        TaskRecord parent = record.parent;
        return Parent.of(parent.id, Names.of(parent, traces.of(parent.creation)));
    }

    /** Whether it can't be told which run of an object belongs to which of its submissions. */
    boolean rivals(TaskRecord record) {
        return rivals(record, traces);
    }

    static boolean rivals(TaskRecord record, Traces traces) {
        if (!(record instanceof WorkRecord work)) {
            return false;
        }
        TaskRecord rival = work.rival();
        return work.contested() || rival != null && (rival.parent != record.parent
                || traces.of(rival.creation) != traces.of(record.creation));
    }

    static State state(TaskRecord record, Thread thread) {
        if (record instanceof ThreadRecord) {
            return thread == null ? State.RUNNING : of(thread);
        }
        if (thread != null) {
            return of(thread);
        }
        boolean begun = record.begun();
        return record.kind == TaskRecord.FUTURE && (begun || record.creation.work == null) || begun
                ? State.WAITING : State.QUEUED;
    }

    private static State of(Thread thread) {
        return switch (thread.getState()) {
            case NEW -> State.QUEUED;
            case RUNNABLE, TERMINATED -> State.RUNNING;
            case BLOCKED -> State.BLOCKED;
            case WAITING, TIMED_WAITING -> State.WAITING;
        };
    }

    private static String waitingOn(Thread thread, State state, Supplier<Map<Object, Long>> futures) {
        if (thread == null || state != State.WAITING) {
            return null;
        }
        Object blocker = LockSupport.getBlocker(thread);
        if (blocker == null) {
            return null;
        }
        Long future = Waits.ofFuture(blocker) ? futures.get().get(blocker) : Harvest.idOf(blocker);
        return future == null ? Blockers.name(blocker.getClass()) : "future " + future;
    }

    private static String note(TaskRecord record) {
        return switch (record.creation.capture) {
            case Creation.BEFORE_ATTACH -> "before attach";
            case Creation.THROTTLED -> "throttled";
            default -> record.untimed() ? "its start was not timed" : null;
        };
    }

    /** Whether a task is the JVM's or Clew's own. */
    static boolean system(TaskRecord record, Frame site, Thread thread) {
        if (record.own()) {
            return true;
        }
        if (thread != null && record instanceof ThreadRecord) {
            ThreadGroup group = thread.getThreadGroup();
            String name = group == null ? "" : group.getName();
            if (name.equals("system") || thread.getName().equals("DestroyJavaVM") || name.equals("InnocuousThreadGroup")
                    || thread.getClass().getName().equals("jdk.internal.misc.CarrierThread")) {
                return true;
            }
        }
        boolean ofThread = record.kind <= TaskRecord.VIRTUAL;
        boolean known = record.creation.capture == Creation.EXACT || record.creation.capture == Creation.SAMPLED;
        return !ofThread && known && site == null
                || record.creation.work instanceof String work && Causes.TIMED.contains(work);
    }

    /** When the JVM made the tasks that nobody else made; asked for when the first of them is shown. */
    private static final class Birth {
        static final Instant AT = ProcessHandle.current().info().startInstant().orElse(null);
    }

    private boolean folded(TaskRecord record, Trace creation) {
        return record.kind == TaskRecord.FUTURE && Stage.of(creation.frames()).dependent() && passing(record);
    }

    /** Whether a stage is one that nothing holds up yet. */
    static boolean passing(TaskRecord record) {
        return record.runner() == null && System.nanoTime() - record.createdAt < OLD_NANOS;
    }
}
