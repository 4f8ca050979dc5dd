// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.door;

import java.util.HashSet;
import java.util.Set;

/**
 * Who in the application wants the agent to be there: an agent that the application brought leaves when nobody does.
 *
 * <p><b>Threads</b>: those of the application.
 */
final class Holds {

    private final Door.Host host;
    private final Set<Object> open = new HashSet<>();
    private boolean brought;

    Holds(Door.Host host) {
        this.host = host;
    }

    /** Returns a new hold; of somebody who has brought the agent, or has found it there. */
    synchronized Object add(boolean bringing) {
        brought |= bringing;
        Object hold = new Object();
        open.add(hold);
        return hold;
    }

    /** Gives up a hold; returns what is zero when the agent has left, or null if it stays. */
    Object release(Object hold) {
        synchronized (this) {
            if (!open.remove(hold) || !brought || !open.isEmpty()) {
                return null;
            }
        }
        return host.leave();
    }
}
