// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

/** What {@code clew help} says before the commands. */
final class Usage {

    static final String TEXT = """
            clew list [--json]                        the JVMs on this machine, watched or not
            clew attach PID [--option k=v ...]        bring the agent into a running JVM
            clew run [--option k=v ...] -- java ...   start a JVM with the agent
            clew detach PID                           take the agent out again
            clew [-p PID | -a SOCKET] COMMAND ...     one question, one answer; --json on every command
            clew [-p PID | -a SOCKET]                 interactive shell; reads commands from a pipe, too
            clew demo                                 a sample application under the agent, with a guided tour
            clew jar                                  the path of the agent's jar, for -javaagent
            clew version

            With exactly one watched JVM, -p may be left out. --no-pager before the shell shows long answers whole. CLEW_DIR chooses the directory of the sockets.
            Text is as wide as the terminal, or as COLUMNS says, and 160 columns where there is neither.
            Exit status: 0 answered, 1 no such task, target or answer, 2 wrong usage.
            """;

    private Usage() {}
}
