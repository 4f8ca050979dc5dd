// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.wire;

import dev.clew.monitor.Question;
import java.util.List;

/**
 * The first line that a server sends.
 *
 * @param clew Clew's version in the target
 * @param protocol the protocol's version
 * @param pid the target's process id
 * @param name the target's name
 * @param mainClass the target's main class or jar
 * @param jdk the target's {@code java.runtime.version}
 * @param abilities what it can do beyond the first version of this protocol, for example {@code filter}
 */
public record Greeting(String clew, int protocol, long pid, String name, String mainClass, String jdk,
        List<String> abilities) {

    /** The version of the protocol that this code speaks. */
    public static final int PROTOCOL = 1;

    /** Makes the greeting of a target that can do whatever this version can. */
    public Greeting(String clew, int protocol, long pid, String name, String mainClass, String jdk) {
        this(clew, protocol, pid, name, mainClass, jdk, Question.ABILITIES);
    }
}
