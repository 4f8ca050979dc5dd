// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.api;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/**
 * Where this copy of the library and the agent meet: each hands the other one function that takes a word and what
 * belongs to it, and nothing but types of the JDK passes.
 *
 * <p>A copy that is loaded after an agent finds the place where agents leave their function. One that is loaded before
 * the first agent is found by that one, which looks for this class by its name and calls {@link #open}. The agent holds
 * this side by a weak reference alone.
 *
 * <p><b>Threads</b>: any. <b>Cost</b>: one search of the class path when the class is initialised; then a field's load
 * while there is no agent.
 */
final class Door {

    private static final String MEETING = "dev.clew.agent.entry.Meeting";
    private static final BiFunction<String, Object[], Object> SIDE = Door::hear;

    /** Where the agent's function is while it is there; null until the first agent has come. */
    private static volatile AtomicReference<BiFunction<String, Object[], Object>> agent;

    static {
        look();
    }

    private Door() {}

    /** Looks for the agent's side of the door. */
    static void look() {
        try {
            Class<?> meeting = Class.forName(MEETING, true, ClassLoader.getSystemClassLoader());
            open(meeting.getField("AGENT").get(null), meeting.getField("SIDES").get(null));
        } catch (ReflectiveOperationException | LinkageError | RuntimeException absent) {
            // There is no agent yet: the first that comes looks for this class.
        }
    }

    /**
     * Opens the door; called by the agent too, by name.
     *
     * @param found an {@code AtomicReference} with the agent's function, or null in it while there is none
     * @param sides a {@code Queue} of weak references to the functions of all copies
     */
    @SuppressWarnings("unchecked")
    static synchronized void open(Object found, Object sides) {
        if (agent == found) {
            return;
        }
        ((Queue<Reference<?>>) sides).add(new WeakReference<>(SIDE));
        agent = (AtomicReference<BiFunction<String, Object[], Object>>) found;
    }

    /** Makes sure that agents find this copy, which they do once this class is initialised. */
    static void meet() {
        // Whoever calls this has initialised it.
    }

    /** Returns whether an agent is there. */
    static boolean isOpen() {
        AtomicReference<?> found = agent;
        return found != null && found.get() != null;
    }

    /** Says a word to the agent; returns its answer, or null if it has none or is not there. */
    static Object say(String word, Object... with) {
        AtomicReference<BiFunction<String, Object[], Object>> found = agent;
        BiFunction<String, Object[], Object> hears = found == null ? null : found.get();
        if (hears == null) {
            return null;
        }
        try {
            return hears.apply(word, with);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return null; // whatever is wrong with the agent, the application goes on as it would without it
        }
    }

    /** Answers the agent; null for a word that this version does not know. */
    private static Object hear(String word, Object[] with) {
        return switch (word) {
            case "commands" -> Commands.ONLY.added();
            case "provided" -> Commands.provided((ClassLoader) with[0]);
            case "console" -> Console.ONLY.all();
            default -> null;
        };
    }
}
