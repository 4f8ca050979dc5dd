// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.fuzz;

import dev.clew.it.fuzz.Way.Trait;

/** Plans tasks that are made or ended in rarer ways. */
final class Rarities {

    private final Weaver weaver;
    private final Node parent;
    private final boolean modern;

    Rarities(Weaver weaver, Node parent, boolean modern) {
        this.weaver = weaver;
        this.parent = parent;
        this.modern = modern;
    }

    void grow() {
        switch (weaver.pick(0, 1, 2, 3, 4, 5, 6, 7)) {
            case 0 -> weaver.node(parent, weaver.pick(Way.OLDEST, Way.OLDEST_SUBMIT), Fate.DISCARD);
            case 1 -> weaver.look(weaver.node(parent, weaver.pick(Way.CROWDED_EXECUTE, Way.CROWDED_SUBMIT), end()));
            case 2 -> any();
            case 3 -> all();
            case 4 -> completed();
            case 5 -> shutDown();
            case 6 -> refused();
            default -> {
                if (modern) {
                    weaver.look(weaver.node(parent, weaver.pick(Way.CLOSED, Way.CLOSED_POOL), end()));
                } else {
                    all();
                }
            }
        }
    }

    private Fate end() {
        return weaver.pick(Fate.RETURN, Fate.THROW);
    }

    private void all() {
        if (weaver.once(6)) {
            weaver.node(parent, Way.INVOKE_ALL_TIMED, Fate.CUT);
        } else if (modern && weaver.once(6)) {
            weaver.node(parent, Way.FORK_TIMED, Fate.CUT_FORK);
        } else {
            weaver.look(weaver.node(parent, weaver.pick(Way.INVOKE_ALL, Way.FORK_INVOKE_ALL), end()));
        }
    }

    private void any() {
        Node winner = weaver.node(parent, Way.INVOKE_ANY, Fate.RETURN);
        Node loser = weaver.node(parent, Way.ANY_LOSER, Fate.LOSE);
        winner.second = loser;
        loser.with = winner;
    }

    /** Plans one that somebody else completes while it runs. */
    private void completed() {
        if (weaver.once(2)) {
            weaver.node(parent, weaver.startable(Trait.STAGE), weaver.pick(Fate.BREAK_RUNNING, Fate.KEEP_RUNNING));
        } else {
            weaver.node(parent, weaver.pick(Way.FORK_SUBMIT, Way.FORK_CALL, Way.FORK_ACTION, Way.FORK_TASK),
                    Fate.BREAK_RUNNING);
        }
    }

    private void refused() {
        Node source = weaver.node(parent, Way.KEPT_PROMISE, Fate.KEEP_NOW);
        Node refused = weaver.node(parent, Way.REFUSED_STAGE, Fate.REFUSE);
        refused.source = source;
        weaver.look(refused);
    }

    private void shutDown() {
        weaver.node(parent, modern ? weaver.pick(Way.OWN_PER_TASK, Way.PLATFORM_PER_TASK, Way.OWN_FORK) : Way.OWN_FORK,
                Fate.SHUT_DOWN_ALONE);
    }
}
