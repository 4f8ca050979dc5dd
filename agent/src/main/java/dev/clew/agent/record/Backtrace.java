// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.ClassIds;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A stack in the JVM's own numbers: class, method and position of each frame. Equal numbers are equal stacks, so a
 * stack that was decoded once need not be decoded again.
 *
 * <p>HotSpot keeps chunks of up to 32 frames, each with a {@code short[]} of methods, an {@code int[]} of positions and
 * versions, and an {@code Object[]} of classes, and a link to the next chunk in the fifth place or, since virtual
 * threads, the sixth. Where a JVM keeps anything else, {@link #of} returns null and every stack is decoded.
 *
 * <p><b>Cost</b>: about a hundredth of decoding.
 */
final class Backtrace {

    private static final VarHandle BACKTRACE = handle();
    private static final boolean KNOWN = BACKTRACE != null && seenWhole(40);
    private static final int INTS_PER_FRAME = 3;
    private static final int LINKS = 4;
    private static final int FIRST_SIZE = 32 * INTS_PER_FRAME;

    private final int[] numbers;
    private final int hash;

    private Backtrace(int[] numbers) {
        this.numbers = numbers;
        this.hash = Arrays.hashCode(numbers);
    }

    /** Returns the numbers of a stack, or null if this JVM keeps them in a way that is not known. */
    static Backtrace of(Throwable stack) {
        return KNOWN ? read(stack) : null;
    }

    /** Whether a stack of several chunks is read to its end in this JVM. */
    private static boolean seenWhole(int calls) {
        if (calls > 0) {
            return seenWhole(calls - 1);
        }
        Throwable stack = new Throwable();
        Backtrace read = read(stack);
        return read != null && read.numbers.length >= stack.getStackTrace().length * INTS_PER_FRAME;
    }

    private static Backtrace read(Throwable stack) {
        int[] numbers = new int[FIRST_SIZE];
        int size = 0;
        for (Object chunk = BACKTRACE.get(stack); chunk != null; chunk = next((Object[]) chunk)) {
            if (!(chunk instanceof Object[] parts) || parts.length < LINKS || !(parts[0] instanceof short[] methods)
                    || !(parts[1] instanceof int[] positions) || !(parts[2] instanceof Object[] classes)) {
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

    /** Returns the classes of a stack's frames, innermost first; none if this JVM keeps them in a way not known. */
    static List<Class<?>> classes(Throwable stack) {
        List<Class<?>> classes = new ArrayList<>();
        if (KNOWN) {
            for (Object chunk = BACKTRACE.get(stack); chunk != null; chunk = next((Object[]) chunk)) {
                Object[] mirrors = (Object[]) ((Object[]) chunk)[2];
                for (int i = 0; i < mirrors.length && mirrors[i] instanceof Class<?> type; i++) {
                    classes.add(type);
                }
            }
        }
        return classes;
    }

    /** Returns whether the JVM's own numbers can be read here. */
    static boolean known() {
        return KNOWN;
    }

    private static Object[] next(Object[] chunk) {
        for (int i = LINKS; i < chunk.length; i++) {
            if (chunk[i] instanceof Object[] next && next.length > LINKS && next[0] instanceof short[]) {
                return next;
            }
        }
        return null;
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
