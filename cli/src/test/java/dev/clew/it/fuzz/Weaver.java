// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

import dev.clew.it.fuzz.Way.Trait;
import dev.clew.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Plans a program from a seed: a tree of tasks that grows scene by scene, each with an end that is certain. */
final class Weaver {

    private static final int DEEPEST = 14;

    private final SplittableRandom random;
    private final boolean modern;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Node> soil = new ArrayList<>();

    private Weaver(long seed, boolean modern) {
        this.random = new SplittableRandom(seed);
        this.modern = modern;
    }

    /** Plans a program of about so many tasks. */
    static Plan plan(long seed, boolean modern, int size) {
        var weaver = new Weaver(seed, modern);
        weaver.grow(size);
        Casting.of(weaver.nodes, weaver.random);
        return new Plan(seed, modern, List.copyOf(weaver.nodes));
    }

    private void grow(int size) {
        node(null, startable(), Fate.RETURN);
        while (nodes.size() < size) {
            // Youth is preferred, or the tree would be flat.
            Node parent = soil.get(Math.max(random.nextInt(soil.size()), random.nextInt(soil.size())));
            scene(parent);
        }
        for (Node node : nodes) {
            // What a call ends that a part of a stream makes, that part ends.
            node.streamed = node.parent != null && streams(node.parent) && node.source == null
                    && !node.way.has(Trait.SCOPED) && !node.fate.done() && node.way != Way.INVOKE_ANY && once(8);
            node.lingers = node.children.isEmpty() && node.fate == Fate.RETURN && node.reached() && once(2);
        }
    }

    /** Whether a task may wait for a stream: a fork/join worker runs others meanwhile, which may wait for that task. */
    private static boolean streams(Node node) {
        return switch (node.way.kind) {
            case THREAD, VIRTUAL, TIMER, SUBTASK -> true;
            case POOL -> !node.way.has(Trait.SPECIAL);
            default -> false;
        };
    }

    private void scene(Node parent) {
        switch (random.nextInt(24)) {
            case 0, 1, 2, 3 -> join(node(parent, startable(), Fate.RETURN));
            case 4, 5 -> look(node(parent, startable(), Fate.THROW));
            case 6, 7, 8 -> victim(parent);
            case 9 -> behind(parent);
            case 10 -> shutDown(parent);
            case 11 -> far(parent);
            case 12 -> node(parent, pick(Way.REJECTED_SUBMIT, Way.REJECTED_EXECUTE,
                    Way.REJECTED_FORK, Way.DISCARDED, Way.DISCARDED_SUBMIT), Fate.REJECT);
            case 13, 14, 15 -> new Family(this, parent).grow();
            case 16 -> promise(parent);
            case 17 -> look(node(parent, Way.DIRECT, pick(Fate.RETURN, Fate.THROW)));
            case 18 -> periodic(parent);
            case 19, 20, 21, 22 -> new Rarities(this, parent, modern).grow();
            default -> {
                if (modern && random.nextBoolean() && parent.children.stream().noneMatch(n -> n.way.has(Trait.SCOPED))) {
                    scope(parent);
                } else {
                    late(parent);
                }
            }
        }
    }

    Node node(Node parent, Way way, Fate fate) {
        var node = new Node(nodes.size(), parent, way, fate);
        nodes.add(node);
        if (node.hasBody() && node.depth() < DEEPEST) {
            soil.add(node);
        }
        return node;
    }

    /** Changes how a task ends; one whose body does not run makes no others. */
    void change(Node node, Fate fate) {
        node.fate = fate;
        if (!node.hasBody()) {
            soil.remove(node);
        }
    }

    boolean once(int times) {
        return random.nextInt(times) == 0;
    }

    private Way startable() {
        Way way;
        do {
            way = pick(Way.plain(modern));
        } while (way.has(Trait.REPEATS));
        return way;
    }

    Way startable(Trait trait) {
        Way way;
        do {
            way = startable();
        } while (!way.has(trait));
        return way;
    }

    void look(Node node) {
        node.looked = node.way.has(Trait.FUTURE) && random.nextBoolean();
    }

    /** Work of one's own that was forked may be joined: whoever joins may find that it has to run it. */
    private void join(Node node) {
        node.looked = node.joinable() && random.nextBoolean();
    }

    /** A task that outlives its parent; not in a pool whose workers run others' tasks while they wait. */
    private void late(Node parent) {
        Way way;
        do {
            way = startable();
        } while (way.kind == Kind.FORKJOIN || way.kind == Kind.FUTURE);
        node(parent, way, pick(Fate.RETURN, Fate.THROW)).late = true;
    }

    private void victim(Node parent) {
        if (random.nextBoolean()) {
            Way way = startable(Trait.FUTURE);
            node(parent, way, way.has(Trait.CANCEL_INTERRUPTS) ? pick(Fate.CANCEL, Fate.CANCEL_HARD) : Fate.CANCEL);
        } else {
            Way way = startable(Trait.INTERRUPTIBLE);
            // Whatever runs next on a thread of a fork/join pool would be met by the flag.
            boolean clears = way.kind != Kind.FORKJOIN && way.kind != Kind.FUTURE;
            node(parent, way, clears
                    ? pick(Fate.INTERRUPT, Fate.INTERRUPT_FLAG, Fate.SWALLOW, Fate.INTERRUPT_ITSELF)
                    : pick(Fate.INTERRUPT, Fate.SWALLOW));
        }
    }

    private void behind(Node parent) {
        Node blocker = node(parent, pick(Way.OWN_SUBMIT, Way.OWN_EXECUTE), Fate.RETURN);
        Node queued = node(parent, Way.QUEUED_SUBMIT, Fate.CANCEL_WAITING);
        queued.source = blocker;
        blocker.awaited.add(queued);
    }

    private void shutDown(Node parent) {
        Node blocker = node(parent, pick(Way.OWN_SUBMIT, Way.OWN_EXECUTE, Way.OWN_DELAY), Fate.SHUT_DOWN);
        Node queued = node(parent, blocker.way == Way.OWN_DELAY ? Way.QUEUED_DELAY
                : pick(Way.QUEUED_SUBMIT, Way.QUEUED_EXECUTE), Fate.ABANDON);
        queued.source = blocker;
        blocker.victim = queued;
    }

    private void far(Node parent) {
        switch (random.nextInt(4)) {
            case 0 -> node(parent, Way.FAR_DELAY, Fate.CANCEL_WAITING);
            case 3 -> node(parent, Way.FAR_RATE, pick(Fate.CANCEL_WAITING, Fate.SHUT_DOWN_WAITING));
            case 1 -> node(parent, Way.FAR_TIMER, Fate.CANCEL_TIMER_TASK);
            default -> node(parent, Way.FAR_TIMER, Fate.ABANDON_TIMER);
        }
    }

    private void periodic(Node parent) {
        Way way = modern ? pick(Way.PERIODIC_RATE, Way.PERIODIC_DELAY, Way.TIMER_RATE, Way.FORK_RATE)
                : pick(Way.PERIODIC_RATE, Way.PERIODIC_DELAY, Way.TIMER_RATE);
        Node node = node(parent, way, pick(Fate.THROW, way == Way.TIMER_RATE ? Fate.CANCEL_REPEATED : Fate.CANCEL));
        node.runs = 1 + random.nextInt(4);
        node.looked = node.fate == Fate.THROW && way.has(Trait.FUTURE) && random.nextBoolean();
    }

    private void promise(Node parent) {
        switch (random.nextInt(5)) {
            case 0 -> node(parent, Way.PROMISE, Fate.PEND);
            case 1 -> node(parent, Way.TIMED_PROMISE, Fate.TIME_OUT).looked = true;
            case 2 -> node(parent, Way.KEPT_IN_TIME, Fate.KEEP_IN_TIME).looked = true;
            default -> node(parent, Way.PROMISE, pick(Fate.KEEP, Fate.BREAK, Fate.CANCEL_WAITING, Fate.OBTRUDE,
                    Fate.OBTRUDE_ERROR));
        }
    }

    private void scope(Node parent) {
        // Where more than one is cancelled at a time that only the JVM knows, one that has done its work may be met.
        parent.joining = pick(Joining.values());
        Node first = node(parent, pick(Way.SUBTASK, Way.SUBTASK_RUN), Fate.RETURN);
        if (parent.joining == Joining.TIMED) {
            first.fate = Fate.SCOPE_TIME_OUT;
            soil.remove(first); // its time may be over before it has made others
            return;
        }
        if (parent.joining == Joining.LEFT) {
            first.fate = Fate.SCOPE_LEAVE;
            first.actor = parent;
            return;
        }
        Node second = node(parent, pick(Way.SUBTASK, Way.SUBTASK_RUN), Fate.RETURN);
        boolean throwing = parent.joining != Joining.ANY && random.nextBoolean();
        second.fate = throwing ? Fate.THROW : Fate.RETURN;
        if (parent.joining == Joining.ANY || throwing && parent.joining != Joining.EACH) {
            first.fate = Fate.SCOPE_CANCEL;
            first.actor = second;
        }
    }

    @SafeVarargs
    final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
