// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Gives everyone who is acted on an actor: the parent, or a prompt task below a younger, prompt sibling.
 *
 * <p>So nobody ever waits in a circle: an actor waits for its victim to run, which waits for nobody that is younger.
 */
final class Casting {

    private Casting() {}

    static void of(List<Node> nodes, SplittableRandom random) {
        for (Node node : nodes) {
            if (node.fate.acted()) {
                List<Node> actors = actors(node);
                node.actor = actors.get(random.nextInt(actors.size()));
                node.actor.victims.add(node);
            }
        }
        for (Node node : nodes) {
            if (node.victim != node) {
                node.actor = node.victim.actor;
            }
        }
    }

    private static List<Node> actors(Node victim) {
        List<Node> found = new ArrayList<>(List.of(victim.parent));
        for (Node sibling : victim.parent.children) {
            if (sibling.id > victim.id) {
                prompt(sibling, found);
            }
        }
        return found;
    }

    private static void prompt(Node node, List<Node> found) {
        if (node.prompt()) {
            found.add(node);
            node.children.forEach(child -> prompt(child, found));
        }
    }
}
