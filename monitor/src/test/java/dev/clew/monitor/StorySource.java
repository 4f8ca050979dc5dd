// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor;

import dev.clew.model.Capture;
import dev.clew.model.Cause;
import dev.clew.model.Frame;
import dev.clew.model.Kind;
import dev.clew.model.OriginStep;
import dev.clew.model.Outcome;
import dev.clew.model.State;
import dev.clew.model.Task;
import dev.clew.model.answer.ActReport;
import dev.clew.model.answer.PatternList;
import dev.clew.model.answer.PoolList;
import dev.clew.model.answer.StackDump;
import dev.clew.model.answer.StatusReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A source that tells {@link Story} and remembers what was done to it. */
public final class StorySource implements Source {

    public final List<String> acts = new CopyOnWriteArrayList<>();
    public final List<Sighting> live = new ArrayList<>(List.of(seen(Story.main()), seen(Story.checkout()),
            seen(Story.order()), new Sighting(Story.order(50, Kind.FUTURE), false, true, List.of()),
            new Sighting(Story.order(2, Kind.THREAD), true, false, List.of())));
    public final List<Sighting> ended = new ArrayList<>(
            List.of(seen(Story.returned()), seen(Story.cancelled()), seen(Story.failed())));

    public Counts counts = new Counts(Story.NOON.minusSeconds(60), 10_000, List.of(-1, 0),
            List.of(counted(0, null, Kind.THREAD, Capture.EXACT, "made by the JVM", 1, 1),
                    counted(1, Story.ORDERING.get(1), Kind.POOL, Capture.SAMPLED, null, 2, 1_000)));

    /** Returns a count of so many tasks, of which the others returned after 3 ms. */
    public static Counts.Counted counted(int place, Frame site, Kind kind, Capture capture, String note, long live,
            long created) {
        long[] ended = new long[Outcome.values().length];
        ended[Outcome.RETURNED.ordinal()] = created - live;
        return new Counts.Counted(place, site, kind, site == null ? null : "OrderJob", capture, note, false, live, created, created / 10, ended,
                0, new Counts.Lengths(new long[] {0, 0, 0, created - live}, bucket -> bucket * 1_000_000L),
                new Counts.Lengths(new long[0], bucket -> 0));
    }
    public OwnCommands own = OwnCommands.NONE;

    private static Sighting seen(Task task) {
        return new Sighting(task, false, false, task.id() > 1 ? Story.ORDERING : List.of());
    }

    @Override
    public void live(Consumer<Sighting> visitor) {
        live.forEach(visitor);
    }

    @Override
    public void ended(Consumer<Sighting> visitor) {
        ended.forEach(visitor);
    }

    @Override
    public Counts counts(long windowMillis) {
        return counts;
    }

    @Override
    public long dropped() {
        return 1_200;
    }

    @Override
    public Optional<Task> task(long id) {
        return Stream.concat(live.stream(), ended.stream()).map(Sighting::task).filter(t -> t.id() == id).findFirst();
    }

    @Override
    public boolean existed(long id) {
        return id <= 50;
    }

    @Override
    public List<OriginStep> origin(long id) {
        return id <= 12 ? Story.origin().subList(0, id == 1 ? 0 : 1) : Story.origin();
    }

    @Override
    public List<Frame> stack(long id) {
        return task(id).filter(task -> task.state() != State.ENDED || task.ending().error() != null).isPresent()
                ? Story.PARKED : List.of();
    }

    @Override
    public List<Cause> causes(long id) {
        return id == 44 ? List.of(Story.cause()) : List.of();
    }

    @Override
    public Interrupts interrupts(long id) {
        return id == 45 ? Story.interrupts() : new Interrupts(List.of(), 0);
    }

    @Override
    public Victims victims(long id) {
        return id == 12 ? Story.victims() : new Victims(List.of(), 0);
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
        acts.add("cancel " + id + " " + waitMillis + " " + reason);
        return new ActReport("cancel", id, "OrderJob", "cancelled", "Cancelled task " + id + " `OrderJob`.");
    }

    @Override
    public ActReport interrupt(long id, String reason) {
        acts.add("interrupt " + id + " " + reason);
        return new ActReport("interrupt", id, "OrderJob", "not-possible", "No thread runs task " + id + ".");
    }

    @Override
    public StackDump stacks(boolean all, int limit) {
        return new StackDump(List.of(new StackDump.Entry(Story.checkout(), "RUNNABLE", Story.OPENING)), 3);
    }

    @Override
    public PatternList patterns() {
        return new PatternList(List.of(new PatternList.Pattern(PatternList.ANNOTATION, "annotation", 3, 0),
                new PatternList.Pattern("nightly-*", "command", 1_100, 12_345)));
    }

    @Override
    public void preserve(String pattern) {
        acts.add("preserve " + pattern);
    }

    @Override
    public boolean unpreserve(String pattern) {
        acts.add("unpreserve " + pattern);
        return pattern.equals("nightly-*");
    }

    @Override
    public boolean signal(String name) {
        acts.add("signal " + name);
        return name.equals("TERM");
    }

    @Override
    public StatusReport status() {
        return new StatusReport("0.1.0", 1, 4242, "shop", "com.acme.shop.Shop", "25.0.3+9", Story.ago(3_600), "attach",
                3, 1_203, 3, 1_200, 0, List.of(new StatusReport.Part("live tasks", 12_400)), 67_108_864, 12,
                List.of(new StatusReport.Hook("Thread.start", "on", 1_206, 0)),
                List.of("tasks created before the attach have no origin"), List.of("/tmp/clew-0/4242.sock"), null,
                List.of(new StatusReport.Cost("creation", 85, 12), new StatusReport.Cost("ending", 1_040, 11)));
    }

    @Override
    public Turnover turnover() {
        return new Turnover(1_203, Map.of(Outcome.FAILED, 3L, Outcome.CANCELLED, 7L));
    }

    @Override
    public List<PoolList.Pool> pools() {
        return List.of(new PoolList.Pool("pool-*-thread-*", "ThreadPoolExecutor", "running", 4, 1, 8L, 2L, 1_190L, 12L),
                new PoolList.Pool("netty-*", null, null, 2, 2, null, null, null, 42L));
    }

    @Override
    public void detach() {
        acts.add("detach");
    }

    @Override
    public OwnCommands own() {
        return own;
    }
}
