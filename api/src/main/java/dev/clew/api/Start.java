// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.api;

import java.lang.System.Logger.Level;
import java.util.List;

/** Starts the agent from inside; whatever goes wrong is one line in the log. */
final class Start {

    private static final String LOG = "dev.clew";
    private static final String STATE = "dev.clew.state";
    private static final String FAILED = "failed ";

    private Start() {}

    static synchronized Monitor start(String options) {
        try {
            Settings settings = Settings.parse(options);
            if (Door.isOpen()) {
                tell(settings);
                return Monitor.of(false);
            }
            new Arrival(AgentJar.find(settings.agent()), settings).come();
            Door.look();
            if (!Door.isOpen()) {
                String state = System.getProperty(STATE, "");
                return without(state.startsWith(FAILED) ? state.substring(FAILED.length()) : "it was loaded and is silent");
            }
            return Monitor.of(true);
        } catch (RuntimeException | LinkageError e) {
            return without(String.valueOf(e.getMessage() == null ? e : e.getMessage()));
        }
    }

    /** Tells an agent that was there before what is wanted of it. */
    private static void tell(Settings settings) {
        if (Door.say("settle", settings.options()) instanceof List<?> problems && !problems.isEmpty()) {
            log("Clew was there before: " + String.join("; ", problems.stream().map(String::valueOf).toList()));
        }
    }

    private static Monitor without(String problem) {
        log("Clew does not watch this process: " + problem);
        return Monitor.without(problem);
    }

    private static void log(String line) {
        System.getLogger(LOG).log(Level.WARNING, line);
    }
}
