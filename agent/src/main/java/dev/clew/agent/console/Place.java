// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.console;

import java.io.IOException;
import java.util.function.Consumer;

/** Where class files lie. */
interface Place {

    /** Visits the names of the classes. */
    void classFiles(Consumer<String> visitor) throws IOException;

    /** Returns the class of a path, for example {@code com/acme/Shop.class}; null if it is none that can be named. */
    static String className(String path) {
        boolean named = path.endsWith(".class") && !path.startsWith("META-INF/") && !path.startsWith("BOOT-INF/")
                && !path.startsWith("WEB-INF/") && !path.endsWith("-info.class");
        return named ? path.substring(0, path.length() - ".class".length()).replace('/', '.') : null;
    }
}
