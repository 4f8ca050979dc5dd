// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.transform;

import java.util.ArrayList;
import java.util.List;

/** Takes the place of the hooks for executors and writes down each call. */
public final class RecordedHooks {

    /** What was called, in order. */
    static final List<String> CALLS = new ArrayList<>();

    private RecordedHooks() {}

    /** Stands for {@code PoolHooks.starting}. */
    public static void starting(Runnable work) {
        CALLS.add("starting " + name(work));
    }

    /** Stands for {@code PoolHooks.done}. */
    public static void done(Runnable work, Throwable error) {
        CALLS.add("done " + name(work) + (error == null ? "" : " " + error.getClass().getSimpleName()));
    }

    /** Stands for {@code PoolHooks.taking}. */
    public static void taking(Runnable work) {
        CALLS.add("taking " + name(work));
    }

    /** Stands for {@code PoolHooks.handed}. */
    public static void handed(Object executor, Runnable work) {
        CALLS.add("handed " + name(work));
    }

    /** Stands for {@code PoolHooks.handedAll}. */
    public static void handedAll() {
        CALLS.add("handedAll");
    }

    private static String name(Runnable work) {
        return work == null ? "null" : "work";
    }
}
