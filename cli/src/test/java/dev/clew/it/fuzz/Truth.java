// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

import dev.clew.it.fuzz.Way.Trait;
import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * What is true of one planned task, whatever the threads of the program do.
 *
 * @param node its number; its thread's or its worker's truth has the same number
 * @param note what is planned, for reports
 * @param name its name
 * @param kind its kind
 * @param parent the number of the task that makes it; -1 if the main thread does
 * @param site where it is made, as {@code Class.method}
 * @param ends whether it ends
 * @param outcome how it ends; null if the JDK leaves more than one possibility
 * @param error its error's class and message, {@code Class: message}; null if it has none or if it is not certain
 * @param act what was done to it; null if nothing was
 * @param actor the number of the task that did it; null if that is not certain
 * @param actSite where that was done; null if there is no such place
 * @param observed whether anyone looks at its failure; null if it does not fail or if it is not certain
 * @param runs how often it runs; 0 if it does not repeat
 */
record Truth(int node, String note, String name, Kind kind, int parent, String site, boolean ends, Outcome outcome,
        String error, String act, Integer actor, String actSite, Boolean observed, long runs) {

    /** Returns what is true of every task of a program, workers and timers' threads included. */
    static List<Truth> of(Plan plan) {
        List<Truth> truths = new ArrayList<>();
        var observation = new Observation(plan);
        for (Node node : plan.nodes()) {
            truths.add(of(node, observation));
            if (node.parent == null) {
                continue; // the rounds' first workers can't be told apart
            }
            if (node.way.has(Trait.WORKER)) {
                truths.add(thread(node, "W" + node.id));
            }
            if (node.way.has(Trait.TIMER)) {
                truths.add(thread(node, "T" + node.id));
            }
        }
        return List.copyOf(truths);
    }

    private static Truth thread(Node node, String name) {
        return new Truth(node.id, name + " of " + node, name, Kind.THREAD, number(node.parent), site(node), false, null,
                null, null, null, null, null, 0);
    }

    private static int number(Node node) {
        return node == null ? -1 : node.id;
    }

    private static String site(Node node) {
        return node.maker() + ".make" + node.with.id;
    }

    private static Truth of(Node node, Observation observation) {
        Node root = observation.root(node);
        boolean relayed = root != null && root != node;
        Integer actor = node.actor == null ? null : (Integer) node.actor.id;
        String act = node.fate.act;
        String actSite = actor == null ? null : "N" + actor + ".act" + node.victim.id;
        if (relayed) {
            act = "dependency";
            actor = node.failing().id;
            actSite = null;
        } else if (node.fate.done()) {
            actor = node.parent.id;
            actSite = site(node);
        } else if (node.fate == Fate.INTERRUPT_ITSELF) {
            actor = node.id;
            actSite = "N" + node.id + ".body";
        } else if (node.fate == Fate.SCOPE_TIME_OUT) {
            actor = node.parent.id;
            actSite = node.maker() + ".scope";
        } else if (node.fate == Fate.SCOPE_LEAVE) {
            actSite = node.maker() + ".scope";
        } else if (node.fate == Fate.SCOPE_CANCEL) {
            actSite = null;
        }
        return new Truth(node.id, node.toString(), node.fill(node.way.name), node.way.kind, number(node.parent),
                site(node), node.fate != Fate.PEND, outcome(node, root), error(node, root), act, actor, actSite,
                observation.of(node), node.runs);
    }

    private static Outcome outcome(Node node, Node root) {
        if (root == null || root == node) {
            return root == null && node.fate == Fate.PASS ? Outcome.RETURNED : node.fate.outcome;
        }
        // Whether a stage was interrupted whose source was is a matter of words.
        return root.fate == Fate.INTERRUPT ? null : root.fate.outcome;
    }

    private static String error(Node node, Node root) {
        if (root == null || !root.breaks()) {
            return null;
        }
        String torn = "Round$Torn: torn " + root.id;
        return node.way.kind == Kind.FUTURE && (root != node || node.fate == Fate.THROW)
                ? "java.util.concurrent.CompletionException: " + torn : torn;
    }

    /** Returns what is true of it while it is held at the gate, or waits for one that is. */
    Truth alive() {
        return new Truth(node, note, name, kind, parent, site, false, null, null, null, null, null, null, runs);
    }

    /** Whether this is a worker or a timer's thread, of which only the creation is certain. */
    boolean isThreadOfAnother() {
        return name.startsWith("W") || name.startsWith("T");
    }

    /** Whether no other task of a round has its name. */
    boolean hasNameOfItsOwn() {
        return name.endsWith(Integer.toString(node));
    }

    /** Returns what it is called in reports. */
    String label() {
        return note;
    }
}
