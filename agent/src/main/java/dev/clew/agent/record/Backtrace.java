// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.ClassIds;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * A stack in the JVM's own numbers: class, method and position of each frame. Equal numbers are equal stacks, so a
 * stack that was decoded once need not be decoded again.
 *
 * <p>HotSpot keeps chunks of up to 32 frames, each with a {@code short[]} of methods, an {@code int[]} of positions and
 * versions, and an {@code Object[]} of classes, and a link to the next chunk in its fifth place. Where a JVM keeps
 * anything else, {@link #of} returns null and every stack is decoded.
 *
 * <p><b>Cost</b>: about a hundredth of decoding.
 */
final class Backtrace {

    private static final VarHandle BACKTRACE = handle();
    private static final int INTS_PER_FRAME = 3;
    private static final int FIRST_SIZE = 32 * INTS_PER_FRAME;

    private final int[] numbers;
    private final int hash;

    private Backtrace(int[] numbers) {
        this.numbers = numbers;
        this.hash = Arrays.hashCode(numbers);
    }

    /** Returns the numbers of a stack, or null if this JVM keeps them in a way that is not known. */
    static Backtrace of(Throwable stack) {
        if (BACKTRACE == null) {
            return null;
        }
        int[] numbers = new int[FIRST_SIZE];
        int size = 0;
        for (Object chunk = BACKTRACE.get(stack); chunk != null; chunk = ((Object[]) chunk)[4]) {
            if (!(chunk instanceof Object[] parts) || parts.length < 5 || !(parts[0] instanceof short[] methods)
                    || !(parts[1] instanceof int[] positions) || !(parts[2] instanceof Object[] classes)
                    || parts[4] != null && !(parts[4] instanceof Object[])) {
                return null;
            }
            for (int i = 0; i < classes.length && classes[i] instanceof Class<?> type; i++) {
                if (size == numbers.length) {
                    numbers = Arrays.copyOf(numbers, size * 2);
                }
                numbers[size++] = ClassIds.ALL.get(type);
                numbers[size++] = methods[i];
                numbers[size++] = positions[i];
            }
        }
        return new Backtrace(Arrays.copyOf(numbers, size));
    }

    /** Returns the number of bytes of the numbers. */
    int bytes() {
        return numbers.length * Integer.BYTES;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Backtrace that && that.hash == hash && Arrays.equals(that.numbers, numbers);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    private static VarHandle handle() {
        try {
            return MethodHandles.privateLookupIn(Throwable.class, MethodHandles.lookup())
                    .findVarHandle(Throwable.class, "backtrace", Object.class);
        } catch (ReflectiveOperationException closed) {
            return null;
        }
    }
}
