// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The commands that an application adds to Clew's: {@code clew -p NAME COMMAND} asks for one.
 *
 * <p>They are held here, strongly, until they are removed. A name that is one of Clew's own commands, or that another
 * copy of this library has, is left out, and {@code clew -p NAME help} says so.
 *
 * <p><b>Threads</b>: any.
 */
public final class Commands {

    static final Commands ONLY = new Commands();

    private static final int MOST = 200;

    private final Map<String, Command> commands = new LinkedHashMap<>();

    private Commands() {}

    /**
     * Adds commands, each in place of the one that has its name.
     *
     * @throws IllegalArgumentException if there are 200 others
     */
    public void add(Command... more) {
        Door.meet();
        synchronized (commands) {
            for (Command each : more) {
                if (commands.size() >= MOST && !commands.containsKey(each.name())) {
                    throw new IllegalArgumentException("there are " + MOST + " commands already");
                }
                commands.put(each.name(), each);
            }
        }
    }

    /** Removes the command of a name; returns whether there was one. */
    public boolean remove(String name) {
        synchronized (commands) {
            return commands.remove(name) != null;
        }
    }

    /** Returns what the agent is told of those that were added. */
    List<Map<String, Object>> added() {
        synchronized (commands) {
            return commands.values().stream().map(Command::told).toList();
        }
    }

    /** Returns what the agent is told of those that providers bring, or of why one does not. */
    static List<Map<String, Object>> provided(ClassLoader loader) {
        if (!sees(loader)) {
            return List.of();
        }
        List<Map<String, Object>> told = new ArrayList<>();
        var providers = ServiceLoader.load(CommandProvider.class, loader).iterator();
        for (int i = 0; i < MOST; i++) {
            try {
                if (!providers.hasNext()) {
                    break;
                }
                CommandProvider provider = providers.next();
                provider.commands().forEach(command -> told.add(command.told(provider.getClass())));
            } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
                told.add(Map.of("problem", "a provider of commands failed: " + e));
            }
        }
        return told;
    }

    /** Returns whether a class loader finds this copy of the service, and not another one or none. */
    private static boolean sees(ClassLoader loader) {
        try {
            return Class.forName(CommandProvider.class.getName(), false, loader) == CommandProvider.class;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
