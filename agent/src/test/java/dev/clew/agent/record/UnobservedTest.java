// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.agent.hook.FailureMark;
import dev.clew.agent.hook.TaskRecord;
import dev.clew.model.Outcome;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

/** A failure is never looked at when the last future that holds it is gone. */
class UnobservedTest {

    private final History history = new History(1_000);
    private final Unobserved unobserved = new Unobserved();
    private final FailureMark mark = new FailureMark();

    @Test
    void aFutureThatIsThereCanStillBeAsked() {
        Object kept = new Object();
        unobserved.watch(ended(1), new WeakReference<>(kept));
        unobserved.sweep(history);

        assertThat(unobserved.size()).isEqualTo(1);
        assertThat(mark.collectedAt).isZero();
        Reference.reachabilityFence(kept);
    }

    @Test
    void aFailureIsForsakenWithItsLastFuture() {
        WeakReference<Object> last = new WeakReference<>(new Object());
        Object kept = last.get();
        unobserved.watch(ended(1), last);
        watch(2);
        unobserved.sweep(history);
        assertThat(mark.collectedAt).as("the other future is there").isZero();
        assertThat(unobserved.size()).isEqualTo(1);
        Reference.reachabilityFence(kept);

        last.clear();
        unobserved.sweep(history);
        assertThat(mark.collectedAt).isNotZero();
        assertThat(unobserved.size()).isZero();
    }

    @Test
    void aFailureThatSomebodyLookedAtIsWatchedNoMore() {
        Object kept = new Object();
        unobserved.watch(ended(1), new WeakReference<>(kept));
        mark.observed = true;
        unobserved.sweep(history);

        assertThat(unobserved.size()).isZero();
        assertThat(mark.collectedAt).isZero();
        Reference.reachabilityFence(kept);
    }

    @Test
    void whatTheHistoryNoLongerHoldsIsNotWatchedAndNothingIsClaimed() {
        Object kept = new Object();
        unobserved.watch(ended(1), new WeakReference<>(kept));
        unobserved.watch(ended(2), new WeakReference<>(null));
        history.bound(100);
        history.add(ended(3));
        assertThat(history.get(1)).isNull();
        unobserved.sweep(history);

        assertThat(unobserved.size()).isZero();
        assertThat(mark.collectedAt).as("one future may still be asked").isZero();
        Reference.reachabilityFence(kept);
    }

    @Test
    void aNewHolderOpensTheMatterAgain() {
        watch(1);
        unobserved.sweep(history);
        assertThat(mark.collectedAt).isNotZero();

        Object kept = new Object();
        unobserved.watch(ended(2), new WeakReference<>(kept));
        assertThat(mark.collectedAt).isZero();
        Reference.reachabilityFence(kept);
    }

    @Test
    void endingsWithoutAFailureOrAFutureAreNotWatched() {
        unobserved.watch(ended(1), null);
        TaskRecord record = TestRecord.of(2).done();
        unobserved.watch(new Ended(record, Outcome.RETURNED, null, null, null, 0, "fine", null, null, 100),
                new WeakReference<>(null));

        assertThat(unobserved.size()).isZero();
    }

    /** Watches an ending whose future has been collected. */
    private void watch(long id) {
        unobserved.watch(ended(id), new WeakReference<>(null));
    }

    private Ended ended(long id) {
        TaskRecord record = TestRecord.of(id).endedAt(id).done();
        Ended ended = new Ended(record, Outcome.FAILED, null, mark, null, 0, "task " + id, null, null, 100);
        history.add(ended);
        return ended;
    }
}
