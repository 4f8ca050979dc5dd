// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.agent.hook.Act;
import dev.clew.agent.hook.Attached;
import dev.clew.agent.hook.Hand;
import dev.clew.agent.hook.TaskRecord;
import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a task throws after its end is kept beside its ending, whichever of the two comes first. */
@ExtendWith(Attached.class)
class AftermathTest {

    private final Recorder recorder = new Recorder(64L << 20, List.of(), new Preservation(List.of()));
    private TaskRecord record;

    @BeforeEach
    void place() {
        record = placed();
    }

    @Test
    void anErrorAfterTheEndIsAdded() {
        Hand.end(record, TaskRecord.CANCELLED, null, Hand.act(Act.CANCEL));
        recorder.catchUp();
        Hand.late(record, new IllegalStateException("too late"));
        recorder.catchUp();

        LateError late = recorder.history().late(record.id);
        assertThat(late.error().message()).isEqualTo("too late");
        assertThat(late.told().observed()).isFalse();
        assertThat(recorder.history().get(record.id).error()).isNull();
    }

    @Test
    void anErrorThatComesBeforeItsEndingWaitsForIt() {
        Hand.late(record, new IllegalStateException("early"));
        recorder.catchUp();
        assertThat(recorder.history().late(record.id)).isNull();

        Hand.end(record, TaskRecord.CANCELLED, null, Hand.act(Act.CANCEL));
        recorder.catchUp();
        assertThat(recorder.history().late(record.id).error().message()).isEqualTo("early");
    }

    @Test
    void theFirstErrorStands() {
        Hand.end(record, TaskRecord.CANCELLED, null, Hand.act(Act.CANCEL));
        Hand.late(record, new IllegalStateException("first"));
        recorder.catchUp();
        Hand.late(record, new IllegalStateException("second"));
        recorder.catchUp();

        assertThat(recorder.history().late(record.id).error().message()).isEqualTo("first");
    }

    @Test
    void whatAnInterruptThrowsIsNobodysOversight() {
        Hand.end(record, TaskRecord.CANCELLED, null, Hand.act(Act.CANCEL));
        Hand.late(record, new IllegalStateException(new InterruptedException()));
        recorder.catchUp();

        assertThat(recorder.history().late(record.id).told().observed()).isNull();
    }

    @Test
    void anErrorWhoseEndingHasLeftIsLetGo() {
        Hand.end(record, TaskRecord.CANCELLED, null, Hand.act(Act.CANCEL));
        recorder.catchUp();
        recorder.history().bound(0);
        Hand.end(placed(), TaskRecord.RETURNED, null, null);
        recorder.catchUp();
        assertThat(recorder.history().get(record.id)).isNull();

        Throwable[] error = {new IllegalStateException("nobody's")};
        Hand.late(record, error[0]);
        recorder.catchUp();
        WeakReference<Throwable> gone = new WeakReference<>(error[0]);
        error[0] = null;
        assertThat(Collected.soon(gone)).isTrue();
        assertThat(recorder.history().bytes()).isZero();
    }

    @Test
    void itsBytesComeAndGoWithTheEnding() {
        Hand.end(record, TaskRecord.CANCELLED, null, Hand.act(Act.CANCEL));
        recorder.catchUp();
        long before = recorder.history().bytes();
        Hand.late(record, new IllegalStateException("heavy"));
        recorder.catchUp();
        assertThat(recorder.history().bytes()).isGreaterThan(before);

        recorder.history().bound(0);
        Hand.end(placed(), TaskRecord.RETURNED, null, null);
        recorder.catchUp();
        assertThat(recorder.history().bytes()).isZero();
        assertThat(recorder.history().late(record.id)).isNull();
    }

    private static TaskRecord placed() {
        TaskRecord placed = Hand.record(null);
        Hand.subject(placed, new WeakReference<>(AftermathTest.class));
        Hand.place(placed, TaskRecord.POOL, "work");
        return placed;
    }
}
