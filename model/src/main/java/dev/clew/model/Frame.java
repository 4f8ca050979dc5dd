// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.model;

/**
 * One frame of a stack.
 *
 * @param className the declaring class, with its package ({@code class} in JSON)
 * @param method the method's name
 * @param file the source file, or null if the class does not tell
 * @param line the line, counted from 1; -1 if not known, -2 in native code
 */
public record Frame(@Key("class") String className, String method, String file, int line) {

    /** Returns the class without its package, as {@code Outer$Inner}. */
    public String simpleClass() {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /** Returns {@code Class.method:line} without the package, for a table's cell. */
    public String brief() {
        String place = simpleClass() + '.' + method;
        return line > 0 ? place + ':' + line : place;
    }

    /** Returns the frame as the JVM prints it, for example {@code com.acme.Orders.place(Orders.java:12)}. */
    @Override
    public String toString() {
        String source = line == -2 ? "Native Method"
                : file == null ? "Unknown Source"
                : line >= 0 ? file + ':' + line : file;
        return className + '.' + method + '(' + source + ')';
    }
}
