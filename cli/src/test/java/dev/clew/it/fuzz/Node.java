// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

import dev.clew.it.fuzz.Way.Trait;
import java.util.ArrayList;
import java.util.List;

/** A task of a planned program. */
final class Node {

    /** Its number; its class is {@code N} and the number. */
    final int id;
    /** The task that makes it; null if the main thread does. */
    final Node parent;
    final Way way;
    Fate fate;
    /** Its source if it is a stage, or the task that blocks its pool. */
    Node source;
    /** Its second source, if it has one. */
    Node second;
    /** The one whose call makes it, too. */
    Node with = this;
    /** Who acts on it. */
    Node actor;
    /** Whose act ends it: itself, or the one it is shut down with. */
    Node victim = this;
    /** Somebody asks for its result. */
    boolean looked;
    /** It begins when its parent's body is over. */
    boolean late;
    /** It may run within the call that makes it, so it can't wait for the calls after that one. */
    boolean unawaited;
    /** Some step of a parallel stream makes it. */
    boolean streamed;
    /** It may be held at the gate. */
    boolean lingers;
    /** How it waits in its scope, if it has one. */
    Joining joining;
    /** The run that ends it if it repeats. */
    int runs;
    final List<Node> children = new ArrayList<>();
    /** Those it acts on. */
    final List<Node> victims = new ArrayList<>();
    /** Those whose end its own end waits for, because they must still be waiting when they are cancelled. */
    final List<Node> awaited = new ArrayList<>();

    Node(int id, Node parent, Way way, Fate fate) {
        this.id = id;
        this.parent = parent;
        this.way = way;
        this.fate = fate;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    int depth() {
        return parent == null ? 0 : parent.depth() + 1;
    }

    /** Whether its body runs. */
    boolean hasBody() {
        return fate.code != null;
    }

    /** Whether its body runs as soon as it is made, whatever else happens. */
    boolean prompt() {
        return hasBody() && !way.has(Trait.SPECIAL) && !way.has(Trait.DEPENDENT) && !late;
    }

    /** Whether it can be joined by the worker that forked it, which then may have to run it. */
    boolean joinable() {
        return (way == Way.FORK_ACTION || way == Way.FORK_TASK) && (fate == Fate.RETURN || fate == Fate.THROW) && !late;
    }

    /** Whether its body begins even while others are held at the gate. */
    boolean reached() {
        return prompt() && !way.has(Trait.REPEATS) && (parent == null || parent.reached());
    }

    /** Whether a stage that depends on it is given an error. */
    boolean fails() {
        return switch (fate) {
            case RETURN, INTERRUPT_FLAG, SWALLOW, KEEP, KEEP_NOW, KEEP_IN_TIME, KEEP_RUNNING, OBTRUDE -> way == Way.WHEN_COMPLETE && failing() != null;
            case PASS -> !way.has(Trait.RESCUES) && failing() != null;
            default -> true;
        };
    }

    /** Whether it fails of itself. */
    boolean breaks() {
        return switch (fate) {
            case THROW, BREAK, BREAK_NOW, BREAK_RUNNING, OBTRUDE_ERROR -> true;
            default -> false;
        };
    }

    /** Returns the source whose failure it is given; null if it is given none. */
    Node failing() {
        return source.fails() ? source : way.has(Trait.BOTH) && second.fails() ? second : null;
    }

    /** Whether it is completed on the thread of its own body or of such a source. */
    boolean calm() {
        return (fate == Fate.RETURN || fate == Fate.THROW) && (way.has(Trait.DEPENDENT)
                ? source.calm() && (!way.has(Trait.BOTH) || second.calm()) : hasBody());
    }

    /** Returns a text with this node's numbers and names filled in. */
    String fill(String template) {
        return template.replace("$n", Integer.toString(id)).replace("$w", "new N" + id + "(r)")
                .replace("$s", source == null ? "" : Integer.toString(source.id))
                .replace("$t", second == null ? "" : Integer.toString(second.id));
    }

    /** Returns the class whose method makes it. */
    String maker() {
        return parent == null ? "Woven" : "N" + parent.id;
    }

    @Override
    public String toString() {
        return "N" + id + " (" + way + ", " + fate + (late ? ", late" : "") + (streamed ? ", in a stream" : "")
                + (source == null ? "" : ", of N" + source.id)
                + (second == null ? "" : " and N" + second.id)
                + (actor == null ? "" : ", by N" + actor.id) + (looked ? ", looked at" : "") + ")";
    }
}
