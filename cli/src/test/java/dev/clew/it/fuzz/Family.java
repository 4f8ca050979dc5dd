// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

import dev.clew.it.fuzz.Way.Trait;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans a stage and those that depend on it, all made by the same task: before the first of them is complete, or when
 * it is, so that others run within the calls that make them.
 */
final class Family {

    private final Weaver weaver;
    private final Node parent;
    private final boolean complete;
    private final List<Node> members = new ArrayList<>();

    Family(Weaver weaver, Node parent) {
        this.weaver = weaver;
        this.parent = parent;
        this.complete = weaver.once(3);
    }

    void grow() {
        Node source = complete ? complete() : weaver.once(3)
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

    private Node complete() {
        return switch (weaver.pick(0, 1, 2, 3)) {
            case 0, 1 -> weaver.node(parent, Way.KEPT_PROMISE, Fate.KEEP_NOW);
            case 2 -> weaver.node(parent, Way.BROKEN_PROMISE, Fate.BREAK_NOW);
            default -> weaver.node(parent, Way.CANCELLED_PROMISE, Fate.CANCEL_NOW);
        };
    }

    private Node dependent() {
        Way way = weaver.pick(Way.dependent());
        if (complete && way == Way.ANY_OF) {
            way = Way.COPY; // the JDK makes no stage of it: the future that it returns is complete from its birth
        }
        Node source = weaver.pick(members);
        Node second = way.has(Trait.BOTH) ? weaver.pick(members) : way.has(Trait.EITHER)
                ? weaver.node(parent, Way.PROMISE, Fate.PEND) : null;
        Node node = weaver.node(parent, way, Fate.RETURN);
        node.source = source;
        node.second = second;
        node.unawaited = complete;
        weaver.change(node, fate(node));
        if (node.fate == Fate.CANCEL_WAITING) {
            source.awaited.add(node);
        }
        return node;
    }

    private Fate fate(Node node) {
        boolean runs = switch (node.way) {
            case HANDLE, HANDLE_ASYNC, WHEN_COMPLETE -> true;
            case EXCEPTIONALLY, EXCEPTIONALLY_COMPOSE -> node.source.fails();
            case COPY, ALL_OF, ANY_OF -> false;
            default -> node.failing() == null;
        };
        if (!complete && node.calm() && weaver.once(4)) {
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
