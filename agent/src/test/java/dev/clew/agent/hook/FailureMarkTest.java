// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever looks at a failure has looked at every task that failed with it. */
@ExtendWith(Attached.class)
class FailureMarkTest {

    private final IllegalStateException root = new IllegalStateException("root");

    @Test
    void wrappersShareTheMarkOfWhatTheyWrap() {
        FailureMark mark = FailureMark.of(root);

        assertThat(FailureMark.of(new CompletionException(root))).isSameAs(mark);
        assertThat(FailureMark.of(new ExecutionException(root))).isSameAs(mark);
        assertThat(FailureMark.of(new ExecutionException(new CompletionException(root)))).isSameAs(mark);
        FailureMark.observed(new CompletionException(root));
        assertThat(mark.observed).isTrue();
    }

    @Test
    void otherErrorsHaveMarksOfTheirOwn() {
        FailureMark mark = FailureMark.of(root);

        assertThat(FailureMark.of(new IllegalStateException(root))).isNotSameAs(mark);
        assertThat(FailureMark.of(new CompletionException("alone", null))).isNotSameAs(mark);
        assertThat(FailureMark.of(new OwnWrapper(root))).isNotSameAs(mark);
        assertThat(mark.observed).isFalse();
    }

    @Test
    void aTaskThatThrowsOnWhatSomebodyLookedAtIsAFailureOfItsOwn() {
        FailureMark inner = FailureMark.failing(root);
        assertThat(FailureMark.failing(new CompletionException(root))).as("nobody has looked yet").isSameAs(inner);
        FailureMark.observed(root);

        FailureMark outer = FailureMark.failing(new ExecutionException(root));

        assertThat(outer).isNotSameAs(inner);
        assertThat(outer.observed).isFalse();
        assertThat(FailureMark.of(root)).as("what a stage that passes it on gets").isSameAs(outer);
        FailureMark.observed(new ExecutionException(root));
        assertThat(outer.observed).isTrue();
        assertThat(inner.observed).isTrue();
    }

    @Test
    void whoeverLooksBeforeTheTaskIsRecordedHasLooked() {
        FailureMark.observed(root);

        assertThat(FailureMark.failing(root).observed).isTrue();
        assertThat(FailureMark.failing(root).observed).as("another task that fails with it").isFalse();
    }

    @Test
    void anErrorThatIsThrownAgainAndAgainLeavesOneMark() {
        for (int i = 0; i < 10_000; i++) {
            FailureMark.failing(root);
            FailureMark.observed(root);
        }
        Harvest.sweepTables();

        assertThat(FailureMark.ALL.size()).isEqualTo(1);
    }

    @Test
    void survivesWrappersThatWrapEachOther() {
        ExecutionException outer = new ExecutionException("outer", null);
        CompletionException inner = new CompletionException("inner", outer);
        ExecutionException cyclic = new ExecutionException(inner);

        assertThat(FailureMark.of(cyclic)).isSameAs(FailureMark.of(cyclic)).isSameAs(FailureMark.of(outer));
    }

    @Test
    void asksNothingOfAnError() {
        Throwable hostile = new Hostile();

        assertThat(FailureMark.of(new CompletionException(hostile))).isSameAs(FailureMark.of(hostile));
    }

    private static final class OwnWrapper extends CompletionException {
        OwnWrapper(Throwable cause) {
            super(cause);
        }
    }

    private static final class Hostile extends RuntimeException {
        @Override
        public Throwable getCause() {
            throw new AssertionError("getCause was called");
        }

        @Override
        public boolean equals(Object other) {
            throw new AssertionError("equals was called");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("hashCode was called");
        }

        @Override
        public String toString() {
            return "hostile";
        }
    }
}
