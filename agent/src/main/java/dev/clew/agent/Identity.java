// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent;

import dev.clew.model.Version;
import dev.clew.monitor.wire.Greeting;
import dev.clew.monitor.wire.OwnProcess;

/**
 * Which JVM this is.
 *
 * @param pid its process id
 * @param mainClass its main class or jar
 * @param naming knows what it is called, if anybody has said so
 */
record Identity(long pid, String mainClass, Naming naming) {

    static Identity of(Naming naming) {
        return new Identity(OwnProcess.pid(), ofCommand(), naming);
    }

    /** Returns what it is called now: the name that it was given, or its main class. */
    String name() {
        String given = naming.name();
        return given == null ? mainClass : given;
    }

    Greeting greeting() {
        return new Greeting(Version.current(), Greeting.PROTOCOL, pid, name(), mainClass,
                System.getProperty("java.runtime.version"));
    }

    private static String ofCommand() {
        String command = System.getProperty("sun.java.command", "");
        int space = command.indexOf(' ');
        String main = space < 0 ? command : command.substring(0, space);
        return main.isEmpty() ? "unknown" : main.substring(main.lastIndexOf('/') + 1);
    }
}
