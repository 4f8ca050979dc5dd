// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

import dev.clew.it.fuzz.Way.Trait;
import java.util.HashSet;
import java.util.Set;

/** Whose failure reaches which task of a program, and whether anyone looks at it. */
final class Observation {

    private final Set<Node> seen = new HashSet<>();

    Observation(Plan plan) {
        for (Node node : plan.nodes()) {
            Node root = root(node);
            if (root != null && (node.looked || node.fate == Fate.THROW && node.way.has(Trait.DIES))) {
                seen.add(root);
            }
            if (node.fate == Fate.THROW && node.way.has(Trait.SCOPED) && node.parent.joining.throwsOn()) {
                seen.add(node);
            }
            if (node.way.has(Trait.SEES) && node.fate != Fate.CANCEL_WAITING && root(node.source) != null) {
                seen.add(root(node.source));
            }
        }
    }

    /** Returns the task whose failure, cancellation or the like is a task's own: itself, or a source; null if none. */
    Node root(Node node) {
        return switch (node.fate) {
            case PASS -> node.way.has(Trait.RESCUES) || node.failing() == null ? null : root(node.failing());
            case RETURN, THROW -> {
                Node relayed = node.way == Way.WHEN_COMPLETE ? root(node.source) : null;
                yield relayed != null ? relayed : node.fate == Fate.THROW ? node : null;
            }
            case SWALLOW, KEEP, KEEP_NOW, KEEP_IN_TIME, KEEP_RUNNING, OBTRUDE, PEND, INTERRUPT_FLAG -> null;
            default -> node;
        };
    }

    /** Returns whether anyone looks at a task's failure; null if it does not fail or that is not certain. */
    Boolean of(Node node) {
        Node root = root(node);
        boolean certain = root != null && (root.breaks() || root.fate == Fate.REFUSE)
                && node.way != Way.FORK_EXECUTE && node.way != Way.DIRECT && node.way != Way.CROWDED_EXECUTE;
        return certain ? seen.contains(root) : null;
    }
}
