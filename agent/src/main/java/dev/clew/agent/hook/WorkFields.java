// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ForkJoinTask;

/** Finds the class of the application's own work inside the adapters of the fork/join framework. */
final class WorkFields {

    private static final String OWNER = "java.util.concurrent.ForkJoinTask$";
    private static final String[] ADAPTERS = {
        "AdaptedRunnable", "AdaptedRunnableAction", "AdaptedCallable", "AdaptedInterruptibleCallable",
        "RunnableExecuteAction", "AdaptedInterruptibleRunnable", "InterruptibleTask"
    };
    private static final Class<?>[] TYPES = new Class<?>[ADAPTERS.length + 1];
    private static final VarHandle[] FIELDS = new VarHandle[ADAPTERS.length + 1];

    static {
        for (int i = 0; i < ADAPTERS.length; i++) {
            find(i, OWNER + ADAPTERS[i]);
        }
        find(ADAPTERS.length, "java.util.concurrent.DelayScheduler$ScheduledForkJoinTask");
    }

    private WorkFields() {}

    /** Returns the class of the work: the task's own unless it is an adapter. */
    static Class<?> of(ForkJoinTask<?> task) {
        Class<?> type = task.getClass();
        for (int i = 0; i < TYPES.length; i++) {
            if (TYPES[i] == type && FIELDS[i] != null) {
                Object work = FIELDS[i].get(task);
                return work == null ? type : work.getClass();
            }
        }
        return type;
    }

    private static void find(int i, String name) {
        try {
            Class<?> type = Class.forName(name, false, null);
            TYPES[i] = type;
            for (String field : new String[] {"runnable", "callable"}) {
                for (var declared : type.getDeclaredFields()) {
                    if (declared.getName().equals(field) && FIELDS[i] == null) {
                        FIELDS[i] = MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                                .unreflectVarHandle(declared);
                    }
                }
            }
        } catch (ReflectiveOperationException missing) {
            FIELDS[i] = null;
        }
    }
}
