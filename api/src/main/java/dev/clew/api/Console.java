// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Objects that the application shows to whoever opens a console on it, each by a name.
 *
 * <p>They are held here, strongly, until they are removed; there is room for a thousand. Without the agent and a
 * console nobody looks at them.
 *
 * <p><b>Threads</b>: any.
 */
public final class Console {

    static final Console ONLY = new Console();

    private static final int MOST = 1_000;

    private final Map<String, Object> objects = new LinkedHashMap<>();

    private Console() {}

    /**
     * Shows an object by a name, in place of what had that name.
     *
     * @throws IllegalArgumentException if the name is not one of a Java variable, or if there are a thousand others
     */
    public void put(String name, Object object) {
        Door.meet();
        if (name == null || !isVariable(name)) {
            throw new IllegalArgumentException("\"" + name + "\" can't be the name of a variable");
        }
        synchronized (objects) {
            if (objects.size() >= MOST && !objects.containsKey(name)) {
                throw new IllegalArgumentException("there are " + MOST + " objects already");
            }
            objects.put(name, object);
        }
    }

    private static boolean isVariable(String name) {
        return !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0))
                && name.chars().allMatch(Character::isJavaIdentifierPart);
    }

    /** Shows the object of a name no longer; returns it, or null if there is none. */
    public Object remove(String name) {
        synchronized (objects) {
            return objects.remove(name);
        }
    }

    /** Returns the object of a name, or null if there is none. */
    public Object get(String name) {
        synchronized (objects) {
            return objects.get(name);
        }
    }

    /** Returns what is shown now, in the order in which it came. */
    Map<String, Object> all() {
        synchronized (objects) {
            return new LinkedHashMap<>(objects);
        }
    }
}
