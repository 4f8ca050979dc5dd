// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Harvest;
import java.lang.reflect.Method;
import java.util.stream.Stream;

/**
 * Finds the threads that were there before Clew.
 *
 * <p>Virtual threads are found through the JDK's own containers, by name, because no public interface lists them.
 */
public final class Census {

    private static final String CONTAINERS = "jdk.internal.vm.ThreadContainers";
    private static final String CONTAINER = "jdk.internal.vm.ThreadContainer";

    private Census() {}

    /** Makes sure that every running platform thread is among the live tasks. */
    public static void platform() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[root.activeCount() + 64];
        int count = root.enumerate(threads, true);
        for (int i = 0; i < count; i++) {
            Harvest.see(threads[i]);
        }
    }

    /** Makes sure that every running virtual thread is among the live tasks; returns why they are not, or null. */
    public static String virtual() {
        if (Runtime.version().feature() < 21) {
            return null;
        }
        try {
            Object root = Class.forName(CONTAINERS).getMethod("root").invoke(null);
            see(root, Class.forName(CONTAINER).getMethod("threads"), Class.forName(CONTAINER).getMethod("children"), 0);
            return null;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return "virtual threads from before the attach are not listed: " + e;
        }
    }

    private static void see(Object container, Method threads, Method children, int depth)
            throws ReflectiveOperationException {
        ((Stream<?>) threads.invoke(container)).forEach(thread -> Harvest.see((Thread) thread));
        if (depth < 64) {
            for (Object child : ((Stream<?>) children.invoke(container)).toList()) {
                see(child, threads, children, depth + 1);
            }
        }
    }
}
