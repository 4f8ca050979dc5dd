// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.model.Failure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Decodes throwables.
 *
 * <p>Runs on Clew's threads. The message of an exception that the application wrote is read through its
 * {@code getMessage}, guarded: whatever is thrown from there becomes part of the answer.
 */
final class Failures {

    private static final int DEEPEST = 8;

    private final Traces traces;

    Failures(Traces traces) {
        this.traces = traces;
    }

    Failure of(Throwable error) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable at = error; at != null && chain.size() < DEEPEST && !met(at, chain); at = causeOf(at)) {
            chain.add(at);
        }
        Failure failure = null;
        for (int i = chain.size() - 1; i >= 0; i--) {
            Throwable at = chain.get(i);
            failure = new Failure(at.getClass().getName(), messageOf(at), traces.decode(stackOf(at)).frames(), failure);
        }
        return failure;
    }

    private static boolean met(Throwable error, List<Throwable> chain) {
        for (Throwable known : chain) {
            if (known == error) {
                return true;
            }
        }
        return false;
    }

    /** Returns what the application says is the cause, or null if it fails to say. */
    static Throwable causeOf(Throwable error) {
        try {
            return error.getCause();
        } catch (Throwable broken) {
            return null;
        }
    }

    private static String messageOf(Throwable error) {
        try {
            return error.getMessage();
        } catch (Throwable broken) {
            return "(its getMessage threw " + broken.getClass().getName() + ")";
        }
    }

    private static StackTraceElement[] stackOf(Throwable error) {
        try {
            StackTraceElement[] stack = error.getStackTrace();
            return stack == null ? new StackTraceElement[0]
                    : Arrays.stream(stack).filter(Objects::nonNull).toArray(StackTraceElement[]::new);
        } catch (Throwable broken) {
            return new StackTraceElement[0];
        }
    }
}
