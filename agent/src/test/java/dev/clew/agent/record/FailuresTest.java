// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Throwables are decoded, however badly the application wrote them. */
class FailuresTest {

    private final Failures failures = new Failures(new Traces(new Sites(List.of())));

    @Test
    void tellsTheChainOfCauses() {
        Failure failure = failures.of(new IllegalStateException("outer", new IllegalArgumentException("inner")));

        assertThat(failure.className()).isEqualTo("java.lang.IllegalStateException");
        assertThat(failure.message()).isEqualTo("outer");
        assertThat(failure.causedBy().message()).isEqualTo("inner");
        assertThat(failure.causedBy().causedBy()).isNull();
        assertThat(failure.stack()).isNotEmpty();
    }

    @Test
    void aCycleOfCausesIsToldOnce() {
        IllegalStateException outer = new IllegalStateException("outer");
        IllegalArgumentException inner = new IllegalArgumentException("inner", outer);
        outer.initCause(inner);

        Failure failure = failures.of(outer);

        assertThat(failure.causedBy().message()).isEqualTo("inner");
        assertThat(failure.causedBy().causedBy()).isNull();
    }

    @Test
    void aLongChainIsCutAtItsRoots() {
        Throwable chain = new IllegalStateException("0");
        for (int i = 1; i < 1_000; i++) {
            chain = new IllegalStateException(String.valueOf(i), chain);
        }
        int told = 0;
        for (Failure at = failures.of(chain); at != null; at = at.causedBy()) {
            assertThat(at.message()).isEqualTo(String.valueOf(999 - told++));
        }

        assertThat(told).isEqualTo(8);
    }

    @Test
    void nothingIsMissingWhereThereIsNoStackAndNoMessage() {
        Failure failure = failures.of(new Throwable(null, null, false, false) {});

        assertThat(failure.message()).isNull();
        assertThat(failure.stack()).isEmpty();
    }

    /** The ways in which a throwable can fail to answer. */
    enum Trouble { RUNTIME, ERROR, CHECKED, DEEP, NULL }

    @ParameterizedTest
    @EnumSource
    void survivesWhateverAThrowableDoes(Trouble trouble) {
        Failure failure = failures.of(new Hostile(trouble, "outer"));

        assertThat(failure.className()).isEqualTo(Hostile.class.getName());
        assertThat(failure.stack()).isEmpty();
        assertThat(failure.causedBy()).isNull();
        if (trouble == Trouble.NULL) {
            assertThat(failure.message()).isNull();
        } else {
            assertThat(failure.message()).startsWith("(its getMessage threw ");
        }
    }

    @Test
    void asksNoThrowableWhetherItEqualsAnother() {
        Throwable inner = new Strange(null);
        Failure failure = failures.of(new Strange(new Strange(inner)));

        assertThat(failure.causedBy().causedBy().causedBy()).isNull();
    }

    @Test
    void leavesOutFramesThatAreNull() {
        Throwable holes = new Throwable("holes") {
            @Override
            public StackTraceElement[] getStackTrace() {
                return new StackTraceElement[] {null, new StackTraceElement("com.example.Shop", "order", null, -1)};
            }
        };

        assertThat(failures.of(holes).stack()).hasSize(1);
    }

    private static final class Strange extends RuntimeException {
        Strange(Throwable cause) {
            super("strange", cause);
        }

        @Override
        public boolean equals(Object other) {
            throw new AssertionError("equals was called");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("hashCode was called");
        }
    }

    private static final class Hostile extends Exception {
        private final Trouble trouble;

        Hostile(Trouble trouble, String message) {
            super(message);
            this.trouble = trouble;
        }

        private <T> T trouble() {
            switch (trouble) {
                case RUNTIME -> throw new IllegalStateException();
                case ERROR -> throw new AssertionError();
                case CHECKED -> FailuresTest.<RuntimeException>raise(new InterruptedException());
                case DEEP -> {
                    return trouble();
                }
                default -> { }
            }
            return null;
        }

        @Override
        public String getMessage() {
            return trouble();
        }

        @Override
        public Throwable getCause() {
            return trouble();
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            return trouble();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable error) throws T {
        throw (T) error;
    }
}
