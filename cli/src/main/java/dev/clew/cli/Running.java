// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli;

import dev.clew.monitor.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command {@code run}: starts a JVM with the agent and stands for it until it ends. */
record Running(Surroundings around) {

    private static final String USAGE = "usage: clew run [--option k=v ...] -- java ...";

    int run(List<String> words) throws Refusal, IOException {
        Process process = new ProcessBuilder(command(words)).inheritIO().start();
        Thread end = new Thread(() -> stop(process), "clew-run-stop");
        Runtime.getRuntime().addShutdownHook(end);
        int status = await(process);
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException e) {
            // This process is ending too: the hook has its part in it.
        }
        return status;
    }

    static List<String> command(List<String> words) throws Refusal {
        AgentOptions options = AgentOptions.parse(words, USAGE);
        List<String> rest = options.rest();
        if (!rest.isEmpty() && rest.get(0).equals("--")) {
            rest = rest.subList(1, rest.size());
        }
        if (rest.isEmpty() || rest.get(0).startsWith("-")) {
            throw Refusal.usage("run needs a command that starts a JVM", USAGE);
        }
        if (!Path.of(rest.get(0)).getFileName().toString().matches("javaw?(\\.exe)?")) {
            throw Refusal.usage("run starts java alone, not " + rest.get(0),
                    "add -javaagent:" + AgentJar.path() + " to the java command in it");
        }
        Path jar = AgentJar.path();
        if (jar.toString().contains("=")) {
            throw Refusal.absent("the jar's path has an equals sign: " + jar, "move it elsewhere");
        }
        List<String> command = new ArrayList<>(rest);
        String line = options.line();
        command.add(1, "-javaagent:" + jar + (line.isEmpty() ? "" : "=" + line));
        return command;
    }

    private static int await(Process process) {
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                process.destroy();
            }
        }
    }

    private static void stop(Process process) {
        process.destroy();
        await(process);
    }
}
