// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Numbers classes without holding them: a class keeps its own number.
 *
 * <p>Lives here because what a class keeps must not lead back to Clew's loader.
 */
public final class ClassIds extends ClassValue<Integer> {

    /** The one numbering of this JVM. */
    public static final ClassIds ALL = new ClassIds();

    private final AtomicInteger next = new AtomicInteger();

    private ClassIds() {}

    @Override
    protected Integer computeValue(Class<?> type) {
        return next.incrementAndGet();
    }
}
