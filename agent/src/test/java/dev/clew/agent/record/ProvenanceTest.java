// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.agent.hook.Attached;
import dev.clew.agent.hook.Hand;
import dev.clew.agent.hook.Harvest;
import dev.clew.agent.hook.TaskRecord;
import dev.clew.model.Cause;
import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who ended a task, who ended that one, and so on, without end in sight or in circles. */
@ExtendWith(Attached.class)
class ProvenanceTest {

    private final Recorder recorder = new Recorder(64L << 20, List.of(), new Preservation(List.of()));
    private final Provenance provenance = new Provenance(recorder,
            new Lineage(recorder.traces(), new Portraits(recorder.traces(), recorder.clock(), recorder.preservation())));
    private final long base = Harvest.lastId();

    @Test
    void aTaskThatNobodyEndedHasNoCause() {
        assertThat(provenance.of(ended(1, null))).isEmpty();
    }

    @Test
    void theOutermostCauseComesFirst() {
        ended(1, cause(2));
        ended(2, cause(3));
        ended(3, null);

        List<Cause> causes = provenance.of(recorder.history().get(1));

        assertThat(causes).extracting(Cause::task).containsExactly(3L, 2L);
        assertThat(causes).extracting(Cause::present).containsExactly("cancelled", "cancelled");
    }

    @Test
    void aTaskMayCancelItself() {
        assertThat(provenance.of(ended(1, cause(1)))).extracting(Cause::task).containsExactly(1L);
    }

    @Test
    void tasksMayCancelEachOther() {
        ended(1, cause(2));
        ended(2, cause(3));
        ended(3, cause(1));

        assertThat(provenance.of(recorder.history().get(1))).extracting(Cause::task).containsExactly(1L, 3L, 2L);
    }

    @Test
    void aChainOfTenThousandIsToldWhole() {
        for (long id = 1; id <= 10_000; id++) {
            ended(id, cause(id + 1));
        }

        List<Cause> causes = provenance.of(recorder.history().get(1));

        assertThat(causes).hasSize(10_000).first().extracting(Cause::task).isEqualTo(10_001L);
        assertThat(causes).last().extracting(Cause::task).isEqualTo(2L);
    }

    @Test
    void aChainOfLikeStepsIsFoldedWithACount() {
        ended(1, cause(2));
        for (long id = 2; id <= 10_001; id++) {
            ended(id, relay(id + 1));
        }
        ended(10_002, cause(10_003));

        List<Cause> causes = provenance.of(recorder.history().get(1));

        assertThat(causes).extracting(Cause::task).containsExactly(10_003L, 10_002L, 10_001L, 10_000L, 9_999L, 9_998L,
                7L, 6L, 5L, 4L, 3L, 2L);
        assertThat(causes).extracting(Cause::more).containsExactly(0L, 0L, 0L, 0L, 0L, 9_990L, 0L, 0L, 0L, 0L, 0L, 0L);
    }

    @Test
    void aShortRunOfLikeStepsIsToldWhole() {
        for (long id = 1; id <= 10; id++) {
            ended(id, relay(id + 1));
        }

        assertThat(provenance.of(recorder.history().get(1))).hasSize(10).allMatch(cause -> cause.more() == 0);
    }

    @Test
    void anActorThatIsNoLongerHeldIsToldAsDropped() {
        TaskRecord actor = Hand.record(null);
        Hand.place(actor, TaskRecord.POOL, "work");
        Hand.end(actor, TaskRecord.RETURNED, null, null);

        assertThat(provenance.of(ended(base + 50, cause(actor.id)))).extracting(Cause::present)
                .containsExactly("dropped");
    }

    @Test
    void anActorThatLivesIsToldAsItIs() {
        TaskRecord queued = Hand.record(null);
        Hand.place(queued, TaskRecord.POOL, "work");
        assertThat(provenance.of(ended(base + 50, cause(queued.id)))).extracting(Cause::present)
                .containsExactly("queued");

        Hand.run("work", queued);
        assertThat(provenance.of(ended(base + 51, cause(queued.id)))).extracting(Cause::present)
                .containsExactly("running");
        Hand.back("work");
    }

    @Test
    void anActorThatIsNotKnownIsNotGuessed() {
        Cause nobody = new Cause("interrupt", null, null, null, null, null, null, List.of(), "not seen");

        assertThat(provenance.of(ended(1, nobody))).containsExactly(nobody);
        assertThat(provenance.of(ended(2, cause(Harvest.lastId() + 1_000)))).extracting(Cause::present)
                .containsExactly((String) null);
    }

    private Ended ended(long id, Cause cause) {
        TaskRecord record = TestRecord.of(id).endedAt(id).done();
        Ended ended = new Ended(record, Outcome.CANCELLED, null, null, cause, 1, "task " + id, "main", null, 100);
        recorder.history().add(ended);
        return ended;
    }

    private static Cause relay(long actor) {
        return new Cause("cancel", actor, "Relay", Kind.POOL, null, "main", Instant.EPOCH, List.of(), null);
    }

    private static Cause cause(long actor) {
        return new Cause("cancel", actor, "task " + actor, Kind.POOL, null, "main", Instant.EPOCH, List.of(), null);
    }
}
