// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.entry;

import java.lang.ref.Reference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/**
 * Where the agent and the application's copies of the api meet.
 *
 * <p>It is loaded by the system class loader, which every copy can ask, whoever loaded it, and stays there for the life
 * of the JVM: an agent that leaves takes its function away, and the next one finds the copies here. Each function takes
 * a word and what belongs to it; only types of the JDK pass.
 *
 * <p><b>Threads</b>: any.
 */
public final class Meeting {

    /** What the agent hears with; null while there is no agent. */
    public static final AtomicReference<BiFunction<String, Object[], Object>> AGENT = new AtomicReference<>();

    /** What the copies hear with, in the order in which they came; each is held by its copy alone. */
    public static final Queue<Reference<BiFunction<String, Object[], Object>>> SIDES = new ConcurrentLinkedQueue<>();

    private Meeting() {}
}
