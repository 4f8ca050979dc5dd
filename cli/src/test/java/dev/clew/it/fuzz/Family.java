// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

import dev.clew.it.fuzz.Way.Trait;
import java.util.ArrayList;
import java.util.List;

/** Plans a stage and those that depend on it, all made by the same task before the first of them is complete. */
final class Family {

    private final Weaver weaver;
    private final Node parent;
    private final List<Node> members = new ArrayList<>();

    Family(Weaver weaver, Node parent) {
        this.weaver = weaver;
        this.parent = parent;
    }

    void grow() {
        Node source = weaver.once(3)
                ? weaver.node(parent, Way.PROMISE, weaver.pick(Fate.KEEP, Fate.BREAK, Fate.CANCEL_WAITING))
                : weaver.node(parent, weaver.startable(Trait.STAGE), weaver.pick(Fate.RETURN, Fate.THROW, Fate.RETURN,
                        Fate.THROW, Fate.CANCEL, Fate.INTERRUPT));
        members.add(source);
        do {
            members.add(dependent());
        } while (members.size() < 5 && !weaver.once(3));
        for (Node member : members) {
            member.looked = member.fails() && weaver.once(4);
        }
    }

    private Node dependent() {
        Way way = weaver.pick(Way.dependent());
        Node source = weaver.pick(members);
        Node second = way.has(Trait.BOTH) ? weaver.pick(members) : way.has(Trait.EITHER)
                ? weaver.node(parent, Way.PROMISE, Fate.PEND) : null;
        Node node = weaver.node(parent, way, Fate.RETURN);
        node.source = source;
        node.second = second;
        weaver.change(node, fate(node));
        if (node.fate == Fate.CANCEL_WAITING) {
            source.awaited.add(node);
        }
        return node;
    }

    private Fate fate(Node node) {
        boolean runs = switch (node.way) {
            case HANDLE, HANDLE_ASYNC, WHEN_COMPLETE -> true;
            case EXCEPTIONALLY -> node.source.fails();
            default -> node.failing() == null;
        };
        if (node.calm() && weaver.once(4)) {
            return runs && mayHang(node) ? weaver.pick(Fate.CANCEL, Fate.INTERRUPT, Fate.CANCEL_WAITING)
                    : Fate.CANCEL_WAITING;
        }
        return runs ? weaver.pick(Fate.RETURN, Fate.THROW) : Fate.PASS;
    }

    /** Only one may hang, for they may have to share a thread. */
    private boolean mayHang(Node node) {
        return node.way != Way.WHEN_COMPLETE && members.stream().noneMatch(other -> other.fate.hangs());
    }
}
