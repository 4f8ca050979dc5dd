// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.attach;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.clew.it.harness.Program;
import java.io.IOException;
import java.nio.file.Path;

/** Loads agents into programs as a command does, but in this process, because a process for each takes time. */
public final class Agents {

    private Agents() {}

    /** Loads an agent from a jar. */
    public static void load(Program program, Path jar, String options) {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(program.pid()));
            try {
                machine.loadAgent(jar.toString(), options);
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException | IOException e) {
            throw new AssertionError("can't load " + jar, e);
        }
    }
}
