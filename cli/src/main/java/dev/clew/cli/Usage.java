// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code clew help} says before the commands. */
final class Usage {

    static final String TEXT = """
            clew list [--json]                        the JVMs on this machine, watched or not
            clew attach PID [--option k=v ...]        bring the agent into a running JVM
            clew run [--option k=v ...] -- java ...   start a JVM with the agent
            clew detach PID                           take the agent out again
            clew [-p PID | -a ADDRESS] COMMAND ...    one question, one answer; --json on every command
            clew [-p PID | -a ADDRESS]                interactive shell; reads commands from a pipe, too
            clew demo                                 a sample application under the agent, with a guided tour
            clew jar                                  the path of the agent's jar, for -javaagent
            clew exec FILE                            the commands of a file, one a line; - is the input
            clew completion bash|zsh|fish             a script that completes clew's words in your own shell
            clew version

            -p takes a process id or a name; with exactly one watched JVM, it may be left out. An ADDRESS is the path of a
            socket, or HOST:PORT, where a target listens that was started with listen=PORT. --token-file FILE, or
            CLEW_TOKEN, gives the token that HOST:PORT asks for; that of a target on this machine is found.
            --no-pager before the shell shows long answers whole. CLEW_DIR chooses the directory of the sockets.
            Text is as wide as the terminal, or as COLUMNS says, and 160 columns where there is neither.
            Exit status: 0 answered, 1 no such task, target or answer, 2 wrong usage.
            """;

    private Usage() {}

    /** Returns the program's own words with what they do. */
    static Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words.put("list", "the JVMs on this machine");
        words.put("attach", "bring the agent into a running JVM");
        words.put("run", "start a JVM with the agent");
        words.put("detach", "take the agent out again");
        words.put("demo", "a sample application with a guided tour");
        words.put("jar", "the path of the agent's jar");
        words.put("exec", "run the commands of a file");
        words.put("completion", "a script for bash, zsh or fish");
        words.put("version", "Clew's version");
        words.put("help", "all commands, or one");
        return words;
    }
}
