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
        return parent.depth < DEEPEST ? parent : shortened(parent);
    }

    /** Returns a copy of a long chain with its middle left out. */
    private static TaskRecord shortened(TaskRecord youngest) {
        TaskRecord[] newest = new TaskRecord[KEPT_NEWEST];
        TaskRecord at = youngest;
        for (int i = 0; i < KEPT_NEWEST; i++) {
            newest[i] = at;
            at = at.parent;
        }
        int dropped = newest[KEPT_NEWEST - 1].dropped;
        while (at != null && at.depth >= KEPT_OLDEST) {
            dropped += 1 + at.dropped;
            at = at.parent;
        }
        TaskRecord older = at;
        for (int i = KEPT_NEWEST - 1; i >= 0; i--) {
            older = ghost(newest[i], older);
            older.dropped = i == KEPT_NEWEST - 1 ? dropped : newest[i].dropped;
        }
        return older;
    }

    private static TaskRecord ghost(TaskRecord original, TaskRecord parent) {
        TaskRecord ghost = new TaskRecord();
        ghost.id = original.id;
        ghost.session = original.session;
        ghost.kind = original.kind;
        ghost.own = original.own;
        ghost.creation = original.creation;
        ghost.threadName = original.subject instanceof Thread thread ? thread.getName() : original.threadName;
        ghost.createdAt = original.createdAt;
        ghost.parent = parent;
        ghost.depth = parent == null ? 0 : parent.depth + 1;
        return ghost;
    }
}
