// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package com.example.harbor;

import dev.clew.api.PreserveTermination;
import java.util.function.Supplier;

/** Places that stacks can be taken at. */
public final class Quay {

    private Quay() {}

    /** Takes a stack at one place. */
    public static <T> T here(Supplier<T> stack) {
        return stack.get();
    }

    /** Takes a stack at a place where endings are kept. */
    @PreserveTermination
    public static <T> T kept(Supplier<T> stack) {
        return stack.get();
    }

    /** Takes a stack on one line, and another one on the next. */
    @SafeVarargs
    public static <T> void lines(T[] into, Supplier<T>... stacks) {
        into[0] = stacks[0].get();
        into[1] = stacks[1].get();
    }

    /** Takes a stack so many calls further down. */
    public static <T> T down(int calls, Supplier<T> stack) {
        return calls == 0 ? stack.get() : down(calls - 1, stack);
    }
}
