// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.harbor.Quay;
import dev.clew.agent.hook.Act;
import dev.clew.agent.hook.Attached;
import dev.clew.agent.hook.CompletionHooks;
import dev.clew.agent.hook.FutureHooks;
import dev.clew.agent.hook.Hand;
import dev.clew.agent.hook.Harvest;
import dev.clew.agent.hook.Slots;
import dev.clew.agent.hook.StageHooks;
import dev.clew.agent.hook.TaskRecord;
import dev.clew.agent.hook.WorkRecord;
import dev.clew.model.Capture;
import dev.clew.model.Cause;
import dev.clew.model.Ending;
import dev.clew.model.Frame;
import dev.clew.model.OriginStep;
import dev.clew.model.Outcome;
import dev.clew.model.Parent;
import dev.clew.model.State;
import dev.clew.model.Task;
import dev.clew.model.answer.PatternList;
import dev.clew.monitor.Glimpse;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the recorder answers, when hooks are called by hand. */
@ExtendWith(Attached.class)
class RecordedSourceTest {

    private final Recorder recorder = new Recorder(64L << 20, List.of(), new Preservation(List.of("Quay.down")));
    private final RecordedSource source = new RecordedSource(recorder, () -> null, () -> { });
    private long id;

    @Test
    void aTaskGoesFromQueuedOverRunningToReturned() {
        TaskRecord record = placed(TaskRecord.POOL, new Job());
        assertThat(task().state()).isEqualTo(State.QUEUED);
        assertThat(task().name()).isEqualTo("RecordedSourceTest$Job");
        assertThat(task().site().brief()).startsWith("Quay.here:");

        Hand.run(record, record);
        assertThat(task().state()).isEqualTo(State.RUNNING);
        assertThat(task().thread()).isEqualTo(Thread.currentThread().getName());
        assertThat(source.stack(id)).isNotEmpty().noneMatch(frame -> frame.className().startsWith("dev.clew.agent."));

        Hand.back(record);
        Hand.end(record, TaskRecord.RETURNED, null, null);
        assertThat(task().state()).isEqualTo(State.ENDED);
        assertThat(ending().outcome()).isEqualTo(Outcome.RETURNED);
        assertThat(source.causes(id)).isEmpty();
    }

    @Test
    void aGlimpseTellsWhatADrawingDoes() {
        placed(TaskRecord.POOL, new Job());
        TaskRecord running = placed(TaskRecord.FUTURE, null);
        Hand.run(running, running);
        CompletableFuture<String> source = new CompletableFuture<>();
        CompletableFuture<String> dependent = source.thenApply(word -> word);
        Hand.end(placed(TaskRecord.DELAYED, new Job()), TaskRecord.FAILED, new IllegalStateException("bad"), null);
        List<String> seen = new ArrayList<>();

        this.source.glance(glimpse -> seen.add(told(glimpse)));
        assertThat(seen).hasSizeGreaterThanOrEqualTo(2).allMatch(told -> told.equals("alike"));
        seen.clear();
        this.source.glanceBack(glimpse -> seen.add(told(glimpse)));
        assertThat(seen).hasSize(1).allMatch(told -> told.equals("alike"));
        Hand.back(running);
        assertThat(dependent).isNotDone();
    }

    @Test
    void whatEndsBeforeItIsDrawnIsNotDrawn() {
        TaskRecord record = placed(TaskRecord.POOL, new Job());
        List<Glimpse.Kept> kept = new ArrayList<>();
        source.glance(glimpse -> {
            if (glimpse.id() == id) {
                kept.add(glimpse.keep());
            }
        });
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).drawn()).map(seen -> seen.task().id()).contains(id);

        Hand.end(record, TaskRecord.RETURNED, null, null);
        assertThat(kept.get(0).drawn()).isEmpty();
    }

    /** Returns {@code alike}, or what a glimpse and the drawing of the same task tell differently. */
    private static String told(Glimpse glimpse) {
        Glimpse drawn = Glimpse.of(glimpse.sighting());
        List<Object> one = Arrays.asList(glimpse.id(), glimpse.kind(), glimpse.site(), glimpse.tally(),
                glimpse.system(), glimpse.folded(), glimpse.createdAt());
        List<Object> other = Arrays.asList(drawn.id(), drawn.kind(), drawn.site(), drawn.tally(), drawn.system(),
                drawn.folded(), drawn.createdAt());
        return one.equals(other) ? "alike" : one + " differs from " + other;
    }

    @Test
    void anEndedTaskHoldsNothingOfTheApplication() {
        Object[] work = {new Job()};
        TaskRecord record = placed(TaskRecord.POOL, work[0]);
        IllegalStateException error = new IllegalStateException("bad");
        WeakReference<?> job = new WeakReference<>(work[0]);
        WeakReference<?> failure = new WeakReference<>(error);
        Hand.end(record, TaskRecord.FAILED, error, Hand.act(Act.CANCEL));
        recorder.catchUp();
        work[0] = null;
        error = null;

        assertThat(Collected.soon(job)).isTrue();
        assertThat(Collected.soon(failure)).isTrue();
        assertThat(ending().error().message()).isEqualTo("bad");
        assertThat(ending().observed()).isFalse();
    }

    @Test
    void anInterruptThatATaskFailsWithIsItsOutcomeAndItsCause() {
        TaskRecord record = placed(TaskRecord.POOL, new Job());
        Hand.interrupt(record, Hand.act(Act.INTERRUPT));
        Hand.end(record, TaskRecord.FAILED, new RuntimeException(new InterruptedException()), null);

        assertThat(ending().outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(source.causes(id)).singleElement().extracting(Cause::act).isEqualTo("interrupt");
    }

    @Test
    void anInterruptThatWasNotSeenIsToldAsSuch() {
        TaskRecord record = placed(TaskRecord.POOL, new Job());
        Hand.end(record, TaskRecord.FAILED, new InterruptedException(), null);

        assertThat(source.causes(id)).singleElement().extracting(Cause::reason).isEqualTo("the interrupt was not seen");
    }

    @Test
    void aBadThrowableDoesNotStopTheRecorder() {
        TaskRecord bad = placed(TaskRecord.POOL, new Job());
        Hand.end(bad, TaskRecord.FAILED, new RuntimeException("bad") {
            @Override
            public Throwable getCause() {
                throw new AssertionError("getCause was called");
            }
        }, null);
        assertThat(ending().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void anOriginLeadsFromTheRootToTheTask() {
        TaskRecord outer = placed(TaskRecord.POOL, new Job());
        Hand.run(outer, outer);
        placed(TaskRecord.POOL, new Job());
        Hand.back(outer);

        List<OriginStep> origin = source.origin(id);

        assertThat(origin).hasSize(3); // and one from before the attachment
        assertThat(origin.get(0).reason()).isEqualTo("before attach");
        assertThat(origin.get(2).task()).isEqualTo(outer.id);
        assertThat(origin.get(2).capture()).isEqualTo(Capture.EXACT);
        assertThat(origin.get(2).stack()).extracting(Frame::method).contains("here");
        assertThat(task().parent()).isEqualTo(Parent.of(outer.id, "RecordedSourceTest$Job"));
    }

    @Test
    void rivalsOfTwoPlacesHaveNoKnownOrigin() {
        TaskRecord first = placed(TaskRecord.POOL, new Job());
        TaskRecord second = Quay.down(1, () -> place(TaskRecord.POOL, new Job()));
        Hand.rival(first, second);
        Hand.rival(second, first);

        assertThat(source.origin(second.id)).singleElement().extracting(OriginStep::reason)
                .isEqualTo("the same object was submitted more than once");
        assertThat(source.task(second.id).orElseThrow().parent().reason()).contains("more than once");

        Hand.end(first, TaskRecord.RETURNED, null, null);
        Hand.end(second, TaskRecord.FAILED, new IllegalStateException("bad"), null);
        recorder.catchUp();
        for (TaskRecord ended : List.of(first, second)) {
            assertThat(((WorkRecord) ended).rival()).as("whatever it leads to").isNull();
            assertThat(source.task(ended.id).orElseThrow().parent().reason()).contains("more than once");
            assertThat(source.origin(ended.id)).singleElement().extracting(OriginStep::task).isNull();
        }
    }

    @Test
    void oneThatReturnedIsNotEndedByAnInterruptThatOtherWorkWithinItReceived() {
        TaskRecord outer = placed(TaskRecord.FORKJOIN, new Job());
        Hand.run(outer, outer);
        TaskRecord inner = placed(TaskRecord.FORKJOIN, new Job());
        Hand.run(inner, inner);
        Hand.interrupted();
        Hand.back(inner);
        Hand.end(inner, TaskRecord.RETURNED, null, null);
        Hand.back(outer);
        Hand.end(outer, TaskRecord.RETURNED, null, null);

        assertThat(source.causes(inner.id)).extracting(Cause::act).containsExactly("interrupt");
        assertThat(source.causes(outer.id)).isEmpty();
        assertThat(source.interrupts(outer.id).shown()).hasSize(1);
    }

    @Test
    void aFutureIsWaitingUntilSomethingRunsIt() {
        CompletableFuture<String> future = new CompletableFuture<>();
        Quay.here(() -> {
            StageHooks.made(future);
            return null;
        });
        id = Harvest.lastId();
        assertThat(task().name()).isEqualTo("promise");
        assertThat(source.completers(id)).singleElement().asString().contains("only code that holds a reference");

        CompletableFuture<String> origin = new CompletableFuture<>();
        origin.thenAccept(future::complete);
        assertThat(source.waiters(id)).isEmpty();
        future.completeExceptionally(new IllegalStateException("broken"));
        CompletionHooks.completed(future, false);

        assertThat(ending().error().message()).isEqualTo("broken");
        CompletionHooks.asked(resultOf(future));
        assertThat(ending().observed()).isTrue();
    }

    @Test
    void aFutureTaskIsCancelledByWhoeverCancelsIt() {
        FutureTask<String> future = new FutureTask<>(() -> "never");
        Quay.here(() -> {
            FutureHooks.made(future, new Job());
            return null;
        });
        id = Harvest.lastId();

        assertThat(source.cancel(id, 0, "enough").result()).isEqualTo("still-running");
        assertThat(future.isCancelled()).isTrue();
        FutureHooks.finished(future, 4); // as the hook in the JDK would have been called
        assertThat(ending().outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(source.cancel(id, 0, "again").result()).isEqualTo("already-ended");
    }

    @Test
    void aSiteOrANamePreservesAnEnding() {
        TaskRecord record = Quay.down(3, () -> place(TaskRecord.POOL, new Job()));
        id = record.id;
        assertThat(task().preserved()).isTrue();
        Hand.end(record, TaskRecord.RETURNED, null, null);

        assertThat(task().preserved()).isTrue();
    }

    @Test
    void aPatternHoldsFromWhenItComesToWhenItGoes() {
        TaskRecord before = placed(TaskRecord.POOL, new Job());
        long first = id;
        Hand.end(before, TaskRecord.RETURNED, null, null);
        TaskRecord live = placed(TaskRecord.POOL, new Job());
        assertThat(task().preserved()).isFalse();

        source.preserve("*$Job");
        assertThat(task().preserved()).isTrue();
        Hand.end(live, TaskRecord.RETURNED, null, null);
        assertThat(task().preserved()).isTrue();
        assertThat(source.task(first).orElseThrow().preserved()).isFalse();
        assertThat(source.patterns().patterns()).last()
                .isEqualTo(new PatternList.Pattern("*$Job", "command", 1, 0));

        assertThat(source.unpreserve("*$Job")).isTrue();
        assertThat(source.unpreserve("*$Job")).isFalse();
        assertThat(task().preserved()).isFalse();
    }

    @Test
    void anAnnotatedMethodOnTheStackPreservesAnEnding() {
        TaskRecord record = Quay.kept(() -> place(TaskRecord.POOL, new Job()));
        id = record.id;
        assertThat(task().preserved()).isTrue();
        Hand.end(record, TaskRecord.RETURNED, null, null);
        assertThat(task().preserved()).isTrue();
        assertThat(source.patterns().patterns().get(0))
                .isEqualTo(new PatternList.Pattern(PatternList.ANNOTATION, "annotation", 1, 0));

        id = Quay.kept(() -> Quay.here(() -> Quay.down(0, () -> place(TaskRecord.POOL, new Job())))).id;
        assertThat(task().preserved()).isTrue();
        id = Quay.kept(() -> Quay.down(3, () -> place(TaskRecord.POOL, new Job()))).id;
        assertThat(source.task(id).orElseThrow().preserved()).as("by the pattern").isTrue();
    }

    @Test
    void whatNeverWasIsNotFound() {
        assertThat(source.task(Harvest.lastId() + 1)).isEmpty();
        assertThat(source.existed(0)).isFalse();
        assertThat(source.existed(Harvest.lastId() + 1)).isFalse();
        assertThat(source.origin(-1)).isEmpty();
    }

    /** Work of the application. */
    private static final class Job {}

    private TaskRecord placed(byte kind, Object work) {
        TaskRecord record = Quay.here(() -> place(kind, work));
        id = record.id;
        return record;
    }

    private static TaskRecord place(byte kind, Object work) {
        TaskRecord record = Hand.record(null);
        Hand.subject(record, new WeakReference<>(work));
        Hand.place(record, kind, work);
        return record;
    }

    private Task task() {
        return source.task(id).orElseThrow();
    }

    private Ending ending() {
        return task().ending();
    }

    private static Object resultOf(CompletableFuture<?> future) {
        return Slots.result(future);
    }
}
