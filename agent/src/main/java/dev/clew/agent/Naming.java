// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The target's name, which the application may give if nobody else has.
 *
 * <p><b>Threads</b>: any.
 */
final class Naming {

    private volatile String name;
    private Runnable change = () -> { };

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

    /** Takes the name of options that come after the start; returns what can't be taken, a sentence each. */
    synchronized List<String> settle(Map<String, String> options) {
        List<String> problems = new ArrayList<>();
        options.forEach((key, value) -> {
            if (!key.equals("name")) {
                problems.add(key + "=" + value + " is not taken, because it is said when the agent comes");
            } else if (name != null && !name.equals(value)) {
                problems.add("name=" + value + " is not taken, because the process is named " + name);
            } else if (name == null) {
                name = value;
                change.run();
            }
        });
        return problems;
    }
}
