// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Harvest;
import dev.clew.agent.hook.Late;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Adds to the endings what tasks threw after their end.
 *
 * <p><b>Threads</b>: Clew's own, one at a time. <b>Consistency</b>: an error that comes before the ending that it
 * belongs to waits for it.
 */
final class Aftermath {

    private final History history;
    private final Endings endings;
    private final Deque<Late> waiting = new ArrayDeque<>();

    Aftermath(History history, Endings endings) {
        this.history = history;
        this.endings = endings;
    }

    /** Takes in what the hooks have kept; to be called when the endings so far are in the history. */
    void take() {
        for (Late late = Harvest.takeLate(); late != null; late = Harvest.before(late)) {
            waiting.add(late);
        }
        for (Iterator<Late> all = waiting.iterator(); all.hasNext();) {
            Late late = all.next();
            if (history.get(late.record.id) != null) {
                all.remove();
                history.amend(late.record.id, endings.late(late.error, late.mark));
            } else if (late.record.settled()) {
                all.remove(); // its ending was taken in, and has left
            }
        }
    }
}
