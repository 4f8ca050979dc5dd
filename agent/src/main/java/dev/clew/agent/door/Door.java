// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.door;

import dev.clew.agent.entry.Meeting;
import dev.clew.agent.hook.Remarks;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;

/**
 * The agent's side of the door, open from the attachment to the detachment.
 *
 * <p><b>Threads</b>: opened and closed by Clew's own; hears on those of the application. <b>Cost</b>: nothing while
 * nobody speaks. What is wrong with a word never reaches who said it.
 */
public final class Door implements BiFunction<String, Object[], Object> {

    private final Host host;
    private final Holds holds;
    private volatile List<String> problems = List.of();

    /** Makes a door to the agent. */
    public Door(Host host) {
        this.host = host;
        this.holds = new Holds(host);
    }

    /** What the door asks of the agent. */
    public interface Host {

        /** Takes the options of somebody who found the agent there; returns what it can't take, a sentence each. */
        List<String> settle(Map<String, String> options);

        /** Begins to leave; returns what is zero when it has left. */
        CountDownLatch leave();
    }

    /** Opens the door: the api speaks to this agent from now on. */
    public void open() {
        Meeting.AGENT.set(this);
    }

    /** Finds the copies of the api that came before the agent. */
    public void find(Instrumentation instrumentation) {
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
    @SuppressWarnings("unchecked")
    public Object apply(String word, Object[] with) {
        return switch (word) {
            case "label" -> Remarks.say((String) with[0], (String) with[1]);
            case "unlabel" -> undo((Object[]) with[0]);
            case "settle" -> host.settle((Map<String, String>) with[0]);
            case "hold" -> holds.add((boolean) with[0]);
            case "release" -> holds.release(with[0]);
            default -> null; // a later api knows more words
        };
    }

    private static Object undo(Object[] said) {
        Remarks.undo(said);
        return null;
    }
}
