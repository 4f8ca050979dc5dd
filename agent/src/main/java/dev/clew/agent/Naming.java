// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent;

import java.util.Map;

/**
 * The target's name, which the application may give if nobody else has.
 *
 * <p><b>Threads</b>: any.
 */
final class Naming {

    private volatile String name;
    private Runnable change;

    /** Makes one of the name in the agent's options; null if there is none. */
    Naming(String name) {
        this.name = name;
    }

    /** Returns the name, or null if nobody has given one. */
    String name() {
        return name;
    }

    /** Has something done when the name changes, and once at the beginning. */
    synchronized void onChange(Runnable work) {
        change = work;
        work.run();
    }

    /** Takes the name out of options that come after the start; returns why it can't be taken, or null. */
    synchronized String settle(Map<String, String> options) {
        String wanted = options.remove("name");
        if (wanted == null || wanted.equals(name)) {
            return null;
        }
        if (name != null) {
            return "name=" + wanted + " is not taken, because the process is named " + name;
        }
        name = wanted;
        if (change != null) {
            change.run();
        }
        return null;
    }
}
