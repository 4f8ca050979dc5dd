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
 * @param name what it is called: its option {@code name}, or its main class
 * @param mainClass its main class or jar
 */
record Identity(long pid, String name, String mainClass) {

    static Identity of(Options options) {
        String mainClass = ofCommand();
        return new Identity(OwnProcess.pid(), options.name() == null ? mainClass : options.name(), mainClass);
    }

    Greeting greeting() {
        return new Greeting(Version.current(), Greeting.PROTOCOL, pid, name, mainClass,
                System.getProperty("java.runtime.version"));
    }

    private static String ofCommand() {
        String command = System.getProperty("sun.java.command", "");
        int space = command.indexOf(' ');
        String main = space < 0 ? command : command.substring(0, space);
        return main.isEmpty() ? "unknown" : main.substring(main.lastIndexOf('/') + 1);
    }
}
