// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.workload;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Virtual threads, for code that is compiled for a JDK without them. */
public final class Virtual {

    private static final MethodHandle START = handle();

    private Virtual() {}

    /** Starts a virtual thread. */
    public static Thread start(Runnable work) {
        try {
            return (Thread) START.invokeExact(work);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle handle() {
        try {
            return MethodHandles.lookup().findStatic(Thread.class, "startVirtualThread",
                    MethodType.methodType(Thread.class, Runnable.class));
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
