// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.door;

import dev.clew.agent.entry.Meeting;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The agent's side of the door, open from the attachment to the detachment.
 *
 * <p><b>Threads</b>: opened and closed by Clew's own; hears on those of the application. <b>Cost</b>: nothing while
 * nobody speaks. What is wrong with a word never reaches who said it.
 */
public final class Door implements BiFunction<String, Object[], Object> {

    private List<String> problems = List.of();

    /** Opens the door, and finds the copies of the api that came before. */
    public void open(Instrumentation instrumentation) {
        Meeting.AGENT.set(this);
        problems = Sides.find(instrumentation);
    }

    /** Closes the door: the api does nothing from now on, until the next agent comes. */
    public void close() {
        Meeting.AGENT.compareAndSet(this, null);
    }

    /** Returns what is wrong with the door, a sentence each. */
    public List<String> problems() {
        return problems;
    }

    @Override
    public Object apply(String word, Object[] with) {
        return null;
    }
}
