// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Defines the classes of one console's statements, which see what the application's loader sees and what Clew gives. */
final class SnippetLoader extends ClassLoader {

    /** What statements see of Clew. */
    static final List<String> GIVEN = List.of("dev.clew.agent.console.given.", "dev.clew.model.");

    private final ClassLoader inside = SnippetLoader.class.getClassLoader();
    private final Map<String, byte[]> waiting = new ConcurrentHashMap<>();

    SnippetLoader(ClassLoader application) {
        super("clew-console", application);
    }

    /** Takes a class that is defined once it is needed. */
    void take(String name, byte[] classFile) {
        waiting.put(name, classFile);
    }

    static boolean isGiven(String name) {
        return GIVEN.stream().anyMatch(name::startsWith);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return isGiven(name) ? Class.forName(name, false, inside) : super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] classFile = waiting.remove(name);
        if (classFile == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, classFile, 0, classFile.length);
    }
}
