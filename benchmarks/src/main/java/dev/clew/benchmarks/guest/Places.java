// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.guest;

import dev.clew.benchmarks.workload.Virtual;
import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Very many places in a program: stacks that all differ, and for each a class of work of its own. */
final class Places {

    /** Two to the power of it are the places there may be. */
    private static final int BITS = 17;

    private final Runnable[] works;

    /** Makes so many classes of work, as a compiler makes one for each lambda. */
    Places(int count) {
        works = new Runnable[count];
        for (int i = 0; i < count; i++) {
            works[i] = lambda();
        }
    }

    Runnable work(int place) {
        return works[place];
    }

    private static Runnable lambda() {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            MethodHandle body = lookup.findStatic(Places.class, "body", MethodType.methodType(void.class));
            CallSite site = LambdaMetafactory.metafactory(lookup, "run", MethodType.methodType(Runnable.class),
                    MethodType.methodType(void.class), body, MethodType.methodType(void.class));
            return (Runnable) site.getTarget().invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static void body() {
        Maker.end();
    }

    /** Starts a virtual thread from a stack that no other place has. */
    static void from(int place, Runnable work) {
        left(place, BITS, work);
    }

    private static void left(int place, int bits, Runnable work) {
        if (bits == 0) {
            Virtual.start(work);
        } else if ((place & 1) == 0) {
            left(place >>> 1, bits - 1, work);
        } else {
            right(place >>> 1, bits - 1, work);
        }
    }

    private static void right(int place, int bits, Runnable work) {
        if (bits == 0) {
            Virtual.start(work);
        } else if ((place & 1) == 0) {
            left(place >>> 1, bits - 1, work);
        } else {
            right(place >>> 1, bits - 1, work);
        }
    }
}
