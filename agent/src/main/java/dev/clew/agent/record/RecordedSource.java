// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Act;
import dev.clew.agent.hook.Harvest;
import dev.clew.agent.hook.TaskRecord;
import dev.clew.agent.hook.ThreadRecord;
import dev.clew.model.Cause;
import dev.clew.model.Failure;
import dev.clew.model.Frame;
import dev.clew.model.OriginStep;
import dev.clew.model.Task;
import dev.clew.model.answer.ActReport;
import dev.clew.model.answer.PatternList;
import dev.clew.model.answer.PoolList;
import dev.clew.model.answer.StackDump;
import dev.clew.model.answer.StatusReport;
import dev.clew.monitor.Counts;
import dev.clew.monitor.Glimpse;
import dev.clew.monitor.OwnCommands;
import dev.clew.monitor.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the recorder tells to whoever asks. */
public final class RecordedSource implements Source {

    private final Recorder recorder;
    private final Portraits portraits;
    private final Lineage lineage;
    private final Waits waits;
    private final Provenance provenance;
    private final Fanout fanout;
    private final Acting acting = new Acting();
    private final Supplier<StatusReport> status;
    private final Runnable detach;
    private final OwnCommands own;

    /** Asks the recorder for tasks, and the agent for its status and for leaving; there are no commands of others. */
    public RecordedSource(Recorder recorder, Supplier<StatusReport> status, Runnable detach) {
        this(recorder, status, detach, OwnCommands.NONE);
    }

    /** Asks the recorder for tasks, the agent for its status and for leaving, and the application for its commands. */
    public RecordedSource(Recorder recorder, Supplier<StatusReport> status, Runnable detach, OwnCommands own) {
        this.recorder = recorder;
        this.portraits = new Portraits(recorder.traces(), recorder.clock(), recorder.preservation());
        this.lineage = new Lineage(recorder.traces(), portraits);
        this.waits = new Waits(recorder);
        this.provenance = new Provenance(recorder, lineage);
        this.fanout = new Fanout(recorder);
        this.status = status;
        this.detach = detach;
        this.own = own;
    }

    @Override
    public void live(Consumer<Sighting> visitor) {
        Function<TaskRecord, Sighting> drawer = drawer();
        recorder.live(record -> visitor.accept(drawer.apply(record)));
    }

    @Override
    public void glance(Consumer<Glimpse> visitor) {
        recorder.live(new LiveGlimpse(visitor, drawer(), new Places(recorder.traces()), recorder.clock()));
    }

    private Sighting sighting(TaskRecord record) {
        return drawer().apply(record);
    }

    /** Returns what draws tasks for one answer: who waits for which future is looked up at most once for it. */
    private Function<TaskRecord, Sighting> drawer() {
        Supplier<Map<Object, Long>> awaited = new Supplier<>() {
            private Map<Object, Long> found;

            @Override
            public Map<Object, Long> get() {
                found = found == null ? waits.awaited() : found;
                return found;
            }
        };
        return record -> portraits.live(record, Waits.hasWaiter(record), awaited);
    }

    @Override
    public void ended(Consumer<Sighting> visitor) {
        recorder.catchUp();
        recorder.history().newestFirst().forEach(ended -> visitor.accept(drawn(ended)));
    }

    @Override
    public void glanceBack(Consumer<Glimpse> visitor) {
        recorder.catchUp();
        EndedGlimpse glimpse = new EndedGlimpse(visitor, this::drawn, new Places(recorder.traces()), recorder.clock());
        recorder.history().newestFirst().forEach(glimpse::pass);
    }

    @Override
    public Counts counts(long windowMillis) {
        return recorder.counts(windowMillis);
    }

    @Override
    public long dropped() {
        return recorder.dropped();
    }

    @Override
    public Optional<Task> task(long id) {
        Optional<TaskRecord> live = recorder.live(id);
        if (live.isPresent()) {
            return live.map(record -> sighting(record).task());
        }
        return ended(id).map(ended -> drawn(ended).task());
    }

    private Sighting drawn(Ended ended) {
        return portraits.ended(ended, recorder.history().late(ended.id()));
    }

    private Optional<Ended> ended(long id) {
        recorder.catchUp();
        return Optional.ofNullable(recorder.history().get(id));
    }

    private Optional<TaskRecord> record(long id) {
        Optional<TaskRecord> live = recorder.live(id);
        return live.isPresent() ? live : ended(id).map(Ended::record);
    }

    @Override
    public boolean existed(long id) {
        return id > 0 && id <= Harvest.lastId();
    }

    @Override
    public List<OriginStep> origin(long id) {
        return record(id).map(lineage::of).orElse(List.of());
    }

    @Override
    public List<Frame> stack(long id) {
        Optional<TaskRecord> live = recorder.live(id);
        if (live.isPresent()) {
            Thread thread = live.get().runner();
            return thread == null ? List.of() : recorder.traces().decode(thread.getStackTrace()).frames();
        }
        return ended(id).map(Ended::error).map(Failure::stack).orElse(List.of());
    }

    @Override
    public List<Cause> causes(long id) {
        return ended(id).map(provenance::of).orElse(List.of());
    }

    @Override
    public Interrupts interrupts(long id) {
        Optional<TaskRecord> live = recorder.live(id);
        if (live.isPresent()) {
            Thread thread = live.get().runner();
            return interrupts(live.get(), live.get().interrupt(), thread != null && thread.isInterrupted());
        }
        return ended(id).map(ended -> interrupts(ended.record(), ended.interrupt(), ended.record().flagged()))
                .orElseGet(() -> new Interrupts(List.of(), 0));
    }

    private Interrupts interrupts(TaskRecord record, Act last, boolean flagged) {
        return provenance.of(recorder.interruptions().of(record, last, flagged));
    }

    @Override
    public Victims victims(long id) {
        return fanout.of(id);
    }

    @Override
    public List<Long> waiters(long id) {
        return recorder.live(id).map(waits::waiters).orElse(List.of());
    }

    @Override
    public List<String> completers(long id) {
        return recorder.live(id).map(waits::completers).orElse(List.of());
    }

    @Override
    public ActReport cancel(long id, long waitMillis, String reason) {
        return recorder.live(id)
                .map(record -> acting.cancel(record, sighting(record).task().name(), waitMillis, reason))
                .orElseGet(() -> alreadyEnded("cancel", id));
    }

    @Override
    public ActReport interrupt(long id, String reason) {
        return recorder.live(id)
                .map(record -> acting.interrupt(record, sighting(record).task().name(), reason))
                .orElseGet(() -> alreadyEnded("interrupt", id));
    }

    private ActReport alreadyEnded(String act, long id) {
        return ended(id)
                .map(ended -> new ActReport(act, id, ended.name(), "already-ended", "it had ended already: "
                        + ended.outcome().word()))
                .orElseGet(() -> new ActReport(act, id, null, "already-ended", "it has ended and is no longer held"));
    }

    @Override
    public StackDump stacks(boolean all, int limit) {
        List<TaskRecord> threads = new ArrayList<>();
        recorder.live(record -> {
            if (record instanceof ThreadRecord) {
                threads.add(record);
            }
        });
        threads.sort(Comparator.comparingLong(record -> record.id));
        Function<TaskRecord, Sighting> drawer = drawer();
        List<StackDump.Entry> entries = new ArrayList<>();
        long left = 0;
        for (TaskRecord record : threads) {
            Sighting sighting = drawer.apply(record);
            Thread thread = record.runner();
            boolean wanted = thread != null && (all || !sighting.system() && !idle(record, thread));
            if (wanted && limit > 0 && entries.size() >= limit) {
                left++;
            } else if (wanted) {
                entries.add(new StackDump.Entry(sighting.task(), thread.getState().name(),
                        recorder.traces().decode(thread.getStackTrace()).frames()));
            }
        }
        return new StackDump(entries, left);
    }

    /** Whether a pool's worker waits for work. */
    private static boolean idle(TaskRecord record, Thread thread) {
        boolean waits = thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
        return waits && record instanceof ThreadRecord worker && worker.innermost() == record
                && record.kind == TaskRecord.VIRTUAL;
    }

    @Override
    public PatternList patterns() {
        return recorder.patterns();
    }

    @Override
    public void preserve(String pattern) {
        recorder.preserve(pattern);
    }

    @Override
    public boolean unpreserve(String pattern) {
        return recorder.unpreserve(pattern);
    }

    @Override
    public boolean signal(String name) {
        return Signals.raise(name.startsWith("SIG") ? name.substring(3) : name);
    }

    @Override
    public StatusReport status() {
        recorder.catchUp();
        return status.get();
    }

    @Override
    public Turnover turnover() {
        recorder.catchUp();
        return new Turnover(Harvest.endedCount(), recorder.outcomes());
    }

    @Override
    public List<PoolList.Pool> pools() {
        var pools = new Pools();
        recorder.live(pools::see);
        return pools.found();
    }

    @Override
    public void detach() {
        detach.run();
    }

    @Override
    public OwnCommands own() {
        return own;
    }
}
