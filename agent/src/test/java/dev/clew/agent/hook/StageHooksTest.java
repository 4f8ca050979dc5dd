// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A stage that runs within the call that makes it, in the order in which CompletableFuture calls. */
@ExtendWith(Attached.class)
class StageHooksTest {

    private static final IllegalStateException BROKEN = new IllegalStateException("broken");

    private final CompletableFuture<Object> source = new CompletableFuture<>();
    private final CompletableFuture<Object> stage = new CompletableFuture<>();

    @BeforeEach
    void makeSource() {
        Recording.current();
        StageHooks.made(source);
    }

    @Test
    void whatItsFunctionMakesIsItsOwn() {
        source.complete("given");
        making(null);
        var child = new CompletableFuture<Object>();
        StageHooks.made(child);
        StageHooks.within(source, null);

        assertThat(recordOf(child).parent).isSameAs(recordOf(stage));
        assertThat(recordOf(stage).parent).isSameAs(Recording.currentTask());
        assertThat(recordOf(stage).runner()).isNull();
    }

    @Test
    void whatItsFunctionThrowsIsItsOwnDoing() {
        source.complete("given");
        making(null);
        stage.completeExceptionally(BROKEN);
        CompletionHooks.completed(stage, false);
        StageHooks.within(source, null);

        assertThat(recordOf(stage).outcome()).isEqualTo(TaskRecord.FAILED);
        assertThat(recordOf(stage).act()).isNull();
    }

    @Test
    void whatItIsGivenIsItsSourcesDoing() {
        source.completeExceptionally(BROKEN);
        making(work -> { });
        stage.completeExceptionally(BROKEN);
        CompletionHooks.completed(stage, true);
        StageHooks.within(source, work -> { });

        assertThat(recordOf(stage).act().kind).isEqualTo(Act.DEPENDENCY);
        assertThat(recordOf(stage).act().actor).isSameAs(recordOf(source));
        assertThat(Recording.currentTask()).isSameAs(Recording.current());
    }

    @Test
    void anExecutorRunsItElsewhere() {
        source.complete("given");
        making(work -> { });
        assertThat(Recording.currentTask()).isSameAs(Recording.current());
        StageHooks.within(source, work -> { });
        assertThat(Recording.currentTask()).isSameAs(Recording.current());
    }

    @Test
    void ofTwoSourcesTheOneThatFailedIsTheCause() {
        var other = new CompletableFuture<Object>();
        StageHooks.made(other);
        source.complete("given");
        other.completeExceptionally(BROKEN);
        StageHooks.made(stage);
        StageHooks.makingOfBoth(stage, source, other, null);
        stage.completeExceptionally(BROKEN);
        CompletionHooks.completed(stage, true);
        StageHooks.within(source, null);

        assertThat(recordOf(stage).act().actor).isSameAs(recordOf(other));
    }

    @Test
    void whatItsFunctionGivesMayFailInItsPlace() {
        source.complete("given");
        making(null);
        var given = new CompletableFuture<Object>();
        StageHooks.made(given);
        given.completeExceptionally(BROKEN);
        StageHooks.composed(given);
        stage.completeExceptionally(BROKEN);
        CompletionHooks.completed(stage, true);
        StageHooks.within(source, null);

        assertThat(recordOf(stage).act().actor).isSameAs(recordOf(given));
    }

    @Test
    void aJoinNamesTheFirstThatFailed() {
        var good = CompletableFuture.completedFuture((Object) "good");
        source.completeExceptionally(BROKEN);
        CompletableFuture<?>[] sources = {good, source};
        StageHooks.joining(sources, 0, 1);
        StageHooks.made(stage);
        stage.completeExceptionally(BROKEN);
        CompletionHooks.completed(stage, true);
        StageHooks.joined(sources);

        assertThat(recordOf(stage).parent).isSameAs(Recording.current());
        assertThat(recordOf(stage).act().actor).isSameAs(recordOf(source));
    }

    @Test
    void aStageThatIsNotRecordedLeavesItsMakerRunning() {
        FutureHooks.waiting(this); // any run besides the thread's own
        StageHooks.making(stage, source, null);
        TaskRecord maker = Recording.currentTask();
        StageHooks.within(source, null);
        FutureHooks.waited(this);

        assertThat(maker.runner()).isSameAs(Thread.currentThread());
        assertThat(Recording.currentTask()).isSameAs(maker);
    }

    private void making(Executor executor) {
        StageHooks.made(stage);
        StageHooks.making(stage, source, executor);
    }

    private static TaskRecord recordOf(CompletableFuture<?> future) {
        return (TaskRecord) Slots.get(future);
    }
}
