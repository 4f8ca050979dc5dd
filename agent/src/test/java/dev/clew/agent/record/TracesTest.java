// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.harbor.Quay;
import dev.clew.agent.hook.Attached;
import dev.clew.agent.hook.Harvest;
import dev.clew.agent.hook.PoolHooks;
import dev.clew.agent.hook.TaskRecord;
import dev.clew.model.Frame;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Decoded stacks are shared while somebody refers to them, and forgotten afterwards. */
@ExtendWith(Attached.class)
class TracesTest {

    private static final Supplier<TaskRecord> TASK = TracesTest::submitted;

    private final Traces traces = new Traces(new Sites(List.of()));

    @Test
    void tasksOfTheSamePlaceShareTheirStack() {
        List<Trace> found = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            found.add(traces.of(Quay.here(TASK).creation));
        }

        assertThat(found.get(1)).isSameAs(found.get(0));
        assertThat(found.get(2)).isSameAs(found.get(0));
    }

    @Test
    void stacksOfTwoPlacesShareTheFramesThatAreEqual() {
        TaskRecord[] records = new TaskRecord[2];
        Quay.lines(records, TASK, TASK);
        List<Frame> first = traces.of(records[0].creation).frames();
        List<Frame> second = traces.of(records[1].creation).frames();

        assertThat(first.get(0).line()).isLessThan(second.get(0).line());
        assertThat(first).hasSameSizeAs(second);
        for (int i = 1; i < first.size(); i++) {
            assertThat(second.get(i)).isSameAs(first.get(i));
        }
    }

    @Test
    void ownFramesAreHidden() {
        Trace trace = traces.of(Quay.here(TASK).creation);

        assertThat(trace.frames().get(0).brief()).startsWith("Quay.here:");
        assertThat(trace.frames()).noneMatch(frame -> frame.className().startsWith("dev.clew."));
        assertThat(trace.site()).isEqualTo(trace.frames().get(0));
        StackTraceElement hook = new StackTraceElement("java.lang.Clew$1f$PoolHooks", "executing", "PoolHooks.java", 7);
        assertThat(traces.decode(new StackTraceElement[] {hook}).frames()).isEmpty();
    }

    @Test
    void theHookInsideAFutureIsHiddenAtTheTopAlone() {
        StackTraceElement finishing = new StackTraceElement("java.util.concurrent.FutureTask", "finishCompletion",
                "FutureTask.java", 1);
        StackTraceElement cancel = new StackTraceElement("java.util.concurrent.FutureTask", "cancel",
                "FutureTask.java", 2);

        assertThat(traces.decode(new StackTraceElement[] {finishing, cancel, finishing}).frames())
                .extracting(Frame::method).containsExactly("cancel", "finishCompletion");
    }

    @Test
    void aStackIsDecodedOnce() {
        TaskRecord record = Quay.here(TASK);
        Trace trace = traces.of(record.creation);

        assertThat(record.creation.raw).isNull();
        assertThat(record.creation.work).asString().startsWith("dev.clew.agent.record.TracesTest$$Lambda");
        assertThat(traces.of(record.creation)).isSameAs(trace);
    }

    @Test
    void aCreationWithoutAStackHasNoFrames() {
        TaskRecord record = Harvest.see(Thread.currentThread());

        assertThat(traces.of(record.creation).frames()).isEmpty();
        assertThat(traces.of(record.creation).site()).isNull();
    }

    @Test
    void whatNobodyRefersToIsForgotten() {
        long before = traces.bytes();
        WeakReference<?> stack = decodedAndForgotten();
        assertThat(traces.bytes()).isGreaterThan(before);
        assertThat(Collected.soon(stack)).isTrue();

        assertThat(bytesAfterSweeps()).isEqualTo(before);
    }

    @Test
    void theEstimateDoesNotGrowWhenAForgottenStackComesBack() {
        long before = traces.bytes();
        for (int i = 0; i < 5; i++) {
            assertThat(Collected.soon(decodedAndForgotten())).isTrue();
        }

        assertThat(bytesAfterSweeps()).isEqualTo(before);
    }

    private long bytesAfterSweeps() {
        for (int i = 0; i < 20 && traces.bytes() > 0; i++) {
            System.gc();
            traces.sweep();
        }
        return traces.bytes();
    }

    private WeakReference<?> decodedAndForgotten() {
        TaskRecord record = Quay.here(TASK);
        traces.of(record.creation);
        WeakReference<?> stack = new WeakReference<>(record.creation.stack);
        Harvest.finish();
        Harvest.begin(false, null);
        return stack;
    }

    private static TaskRecord submitted() {
        TaskRecord[] newest = new TaskRecord[1];
        Runnable work = () -> newest[0] = null;
        PoolHooks.executing(work);
        PoolHooks.handedOver(work);
        Harvest.live().walk(record -> {
            if (newest[0] == null || record.id > newest[0].id) {
                newest[0] = record;
            }
        });
        return newest[0];
    }
}
