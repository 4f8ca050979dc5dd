// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.hook;

/** Keeps the chains of ancestors short: beyond a bound the middle of a chain is dropped and counted. */
final class Ancestry {

    /** How many ancestors a task holds at most. */
    static final int DEEPEST = 64;
    private static final int KEPT_NEWEST = 31;
    private static final int KEPT_OLDEST = 16;

    private Ancestry() {}

    /** Returns the parent, or a stand-in for it with fewer ancestors. */
    static TaskRecord bounded(TaskRecord parent) {
        return parent.depth() < DEEPEST ? parent : shortened(parent);
    }

    /** Returns a copy of a long chain with its middle left out. */
    private static TaskRecord shortened(TaskRecord youngest) {
        TaskRecord[] newest = new TaskRecord[KEPT_NEWEST];
        TaskRecord at = youngest;
        for (int i = 0; i < KEPT_NEWEST; i++) {
            newest[i] = at;
            at = at.parent;
        }
        int dropped = newest[KEPT_NEWEST - 1].dropped();
        while (at != null && at.depth() >= KEPT_OLDEST) {
            dropped += 1 + at.dropped();
            at = at.parent;
        }
        TaskRecord older = at;
        for (int i = KEPT_NEWEST - 1; i >= 0; i--) {
            older = ghost(newest[i], older);
            dropped(older, i == KEPT_NEWEST - 1 ? dropped : newest[i].dropped());
        }
        return older;
    }

    private static void dropped(TaskRecord ghost, int ancestors) {
        if (ancestors > 0) {
            ghost.particulars().dropped = ancestors;
        }
    }

    private static TaskRecord ghost(TaskRecord original, TaskRecord parent) {
        TaskRecord ghost = original instanceof ThreadRecord ? ghost(original.runner(), original.threadName())
                : new WorkRecord(null);
        ghost.id = original.id;
        ghost.kind = original.kind;
        ghost.createdAt = original.createdAt;
        ghost.parent = parent;
        ghost.rank(parent == null ? 0 : parent.depth() + 1, original.own());
        ghost.creation = original.creation;
        return ghost;
    }

    private static ThreadRecord ghost(Thread thread, String name) {
        ThreadRecord ghost = new ThreadRecord();
        ghost.subject = thread == null ? name : thread.getName();
        return ghost;
    }
}
