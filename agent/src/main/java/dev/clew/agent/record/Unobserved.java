// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.FailureMark;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;

/**
 * The failures that nobody has looked at and somebody still could, because the future that holds them is there.
 *
 * <p>One failure may be in several futures, as one mark serves a stage and its dependents: it can be looked at until
 * the last of them is collected.
 *
 * <p><b>Threads</b>: Clew's own, one at a time. <b>Cost</b>: a walk over these failures at each sweep; no future is
 * held.
 */
final class Unobserved {

    /** An estimate of the bytes of one. */
    static final int BYTES = 64;

    private record Holder(long task, Reference<?> future, FailureMark mark) {}

    private final List<Holder> holders = new ArrayList<>();

    /** Watches what holds the error of an ending, unless it is null. */
    void watch(Ended ended, Reference<?> future) {
        FailureMark mark = ended.mark();
        if (future != null && mark != null && !mark.observed) {
            mark.holders++;
            mark.collectedAt = 0;
            holders.add(new Holder(ended.id(), future, mark));
        }
    }

    /** Finds out which failures nobody can look at any more. */
    void sweep(History history) {
        holders.removeIf(holder -> {
            boolean collected = holder.future.refersTo(null);
            if (!collected && !holder.mark.observed && history.get(holder.task) != null) {
                return false;
            }
            holder.mark.holders--;
            if (!collected && !holder.mark.observed) {
                holder.mark.holders = FailureMark.LOST_COUNT; // that future is still there, and no longer watched
            } else if (holder.mark.holders == 0 && !holder.mark.observed) {
                holder.mark.collectedAt = System.nanoTime();
            }
            return true;
        });
    }

    int size() {
        return holders.size();
    }
}
