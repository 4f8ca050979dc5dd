// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal.top;

import dev.clew.model.Capture;
import dev.clew.model.Cause;
import dev.clew.model.Ending;
import dev.clew.model.Failure;
import dev.clew.model.Frame;
import dev.clew.model.Kind;
import dev.clew.model.OriginStep;
import dev.clew.model.Outcome;
import dev.clew.model.Parent;
import dev.clew.model.State;
import dev.clew.model.Task;
import dev.clew.model.answer.ActReport;
import dev.clew.model.answer.PatternList;
import dev.clew.model.answer.PoolList.Pool;
import dev.clew.model.answer.StackDump;
import dev.clew.model.answer.StatusReport;
import dev.clew.monitor.Counts;
import dev.clew.monitor.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A source that tells of a small harbor at noon: ships that wait for a berth, and some that have left. */
final class Harbor implements Source {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Frame DOCKING = new Frame("com.example.harbor.Quay", "dock", "Quay.java", 41);
    static final Frame PILOTING = new Frame("com.example.harbor.Pilot", "guide", "Pilot.java", 17);
    private static final Frame PARK = new Frame("jdk.internal.misc.Unsafe", "park", null, -2);

    final List<Task> live = new ArrayList<>(List.of(
            task(1, Kind.THREAD, "main", State.WAITING, null, Parent.root(), 3_700, "main"),
            task(12, Kind.POOL, "Ship", State.RUNNING, DOCKING, Parent.of(1, "main"), 190, "quay-1-berth-1"),
            task(13, Kind.POOL, "Ship", State.BLOCKED, DOCKING, Parent.of(1, "main"), 65, "quay-1-berth-2"),
            task(14, Kind.POOL, "Ship", State.QUEUED, DOCKING, Parent.of(1, "main"), 12, null),
            task(20, Kind.VIRTUAL, "pilot-7", State.WAITING, PILOTING, Parent.of(12, "Ship"), 4, "pilot-7")));
    final List<Task> ended = new ArrayList<>(List.of(ended(9, Outcome.RETURNED, null, 20),
            ended(10, Outcome.FAILED, "anchor lost", 30), ended(11, Outcome.CANCELLED, null, 45)));
    long endings = 1_203;
    long failures = 4;

    static Task task(long id, Kind kind, String name, State state, Frame site, Parent parent, long age, String thread) {
        String waiting = state == State.WAITING ? "a CountDownLatch" : null;
        return new Task(id, kind, name, state, site, parent, ago(age), ago(age), thread, waiting, false, 0, null, null);
    }

    private static Task ended(long id, Outcome outcome, String error, long ago) {
        Failure failure = error == null ? null : new Failure("java.lang.IllegalStateException", error, List.of(DOCKING),
                null);
        return new Task(id, Kind.POOL, "Ship", State.ENDED, DOCKING, Parent.of(1, "main"), ago(ago + 2), ago(ago + 2),
                "quay-1-berth-1", null, false, 0, null,
                new Ending(outcome, ago(ago), failure, failure == null ? null : Boolean.FALSE, null));
    }

    static Instant ago(long seconds) {
        return NOON.minusSeconds(seconds);
    }

    /** Has so many more ships wait. */
    Harbor crowded(int ships) {
        for (int i = 0; i < ships; i++) {
            live.add(task(100 + i, Kind.VIRTUAL, "ship-" + i, State.WAITING, PILOTING, Parent.of(1, "main"), 3,
                    "ship-" + i));
        }
        return this;
    }

    @Override
    public void live(Consumer<Sighting> visitor) {
        live.forEach(task -> visitor.accept(new Sighting(task, false, false,
                task.site() == null ? List.of() : List.of(task.site()))));
    }

    @Override
    public void ended(Consumer<Sighting> visitor) {
        ended.forEach(task -> visitor.accept(new Sighting(task, false, false, List.of(task.site()))));
    }

    @Override
    public Optional<Task> task(long id) {
        return Stream.concat(live.stream(), ended.stream()).filter(task -> task.id() == id).findFirst();
    }

    @Override
    public List<OriginStep> origin(long id) {
        return id == 1 ? List.of() : List.of(new OriginStep(1L, "main", Kind.THREAD, Capture.EXACT, null,
                List.of(new Frame("java.util.concurrent.ThreadPoolExecutor", "execute", "ThreadPoolExecutor.java", 1347),
                        DOCKING), 0));
    }

    @Override
    public List<Frame> stack(long id) {
        return id == 20 || id == 1 ? List.of(PARK, PILOTING) : List.of();
    }

    @Override
    public Turnover turnover() {
        return new Turnover(endings, Map.of(Outcome.FAILED, failures, Outcome.CANCELLED, 1L));
    }

    @Override
    public List<Pool> pools() {
        return List.of(new Pool("quay-1-berth-*", "ThreadPoolExecutor", "running", 2, 2, 2L, 1L, 1_180L, 12L),
                new Pool("tug-*", null, null, 3, 0, null, null, null, null));
    }

    @Override
    public StatusReport status() {
        return new StatusReport("0.1.0", 1, 4242, "harbor", "Harbor", "25", ago(4_000), "start", 0, 0, 0, 0, 0, List.of(),
                0, 0, List.of(), List.of(), List.of());
    }

    @Override
    public long dropped() {
        return 0;
    }

    @Override
    public boolean existed(long id) {
        return false;
    }

    @Override
    public List<Cause> causes(long id) {
        return List.of();
    }

    @Override
    public Victims victims(long id) {
        return new Victims(List.of(), 0);
    }

    @Override
    public Interrupts interrupts(long id) {
        return new Interrupts(List.of(), 0);
    }

    @Override
    public List<Long> waiters(long id) {
        return List.of();
    }

    @Override
    public List<String> completers(long id) {
        return List.of();
    }

    @Override
    public ActReport cancel(long id, long waitMillis, String reason) {
        live.removeIf(task -> task.id() == id);
        return new ActReport("cancel", id, "Ship", "cancelled", "Cancelled task " + id + ", " + reason + ".");
    }

    @Override
    public ActReport interrupt(long id, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StackDump stacks(boolean all, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PatternList patterns() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void preserve(String pattern) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean unpreserve(String pattern) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean signal(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Counts counts(long windowMillis) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void detach() {
        throw new UnsupportedOperationException();
    }
}
