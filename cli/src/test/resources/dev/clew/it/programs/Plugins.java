// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package com.example.host;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Base64;

/** A program with a plugin, and with a class that no file holds. */
public final class Plugins {

    public static final String NAME = "host";
    /** The class file of {@code com.example.host.Made}, which has a constant {@code NUMBER} of 11. */
    private static final String MADE = """
            yv66vgAAAD0AFQoAAgADBwAEDAAFAAYBABBqYXZhL2xhbmcvT2JqZWN0AQAGPGluaXQ+AQADKClWCgAIAAkHAAoMAA
            sADAEAEWphdmEvbGFuZy9JbnRlZ2VyAQAHdmFsdWVPZgEAFihJKUxqYXZhL2xhbmcvSW50ZWdlcjsJAA4ADwcAEAwA
            EQASAQAVY29tL2V4YW1wbGUvaG9zdC9NYWRlAQAGTlVNQkVSAQATTGphdmEvbGFuZy9JbnRlZ2VyOwEABENvZGUBAA
            g8Y2xpbml0PgAxAA4AAgAAAAEAGQARABIAAAACAAEABQAGAAEAEwAAABEAAQABAAAABSq3AAGxAAAAAAAIABQABgAB
            ABMAAAAVAAEAAAAAAAkQC7gAB7MADbEAAAAAAAA=
            """;
    static Class<?> made;

    private Plugins() {}

    private static final class Memory extends ClassLoader {

        Memory() {
            super("memory", Plugins.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals("com.example.host.Made")) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            byte[] bytes = Base64.getMimeDecoder().decode(MADE);
            return known != null ? known : defineClass(name, bytes, 0, bytes.length);
        }
    }

    public static void main(String[] words) throws Exception {
        var loader = new URLClassLoader("plugins", new URL[] {Path.of(System.getProperty("plugin")).toUri().toURL()},
                Plugins.class.getClassLoader());
        Class.forName("com.example.plugin.Sail", true, loader);
        made = Class.forName("com.example.host.Made", true, new Memory());
        System.out.println("ready");
        System.in.read();
    }
}
