// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import dev.clew.monitor.talk.JavaPrompt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The terminal of this process, and shells at it. */
public final class Terminals {

    /** How long the Tab key waits for the target. */
    private static final Duration BOUND = Duration.ofMillis(500);

    private Terminals() {}

    /**
     * Serves a person at the terminal of this process, and returns the exit status.
     *
     * @param target who answers
     * @param environment the environment of this process
     * @param pages whether long answers are shown in pages
     */
    public static int interact(LastingTarget target, Map<String, String> environment, boolean pages)
            throws IOException {
        try (Terminal terminal = open()) {
            return shell(target, terminal, environment, pages).interact();
        }
    }

    /** Returns what lets a person type Java at the terminal of this process. */
    public static JavaPrompt prompt(Target target, Map<String, String> environment) {
        return asked -> {
            try (Terminal terminal = open()) {
                Screenful output = new Screenful(terminal, Paint.of(environment), true, Clock.systemUTC());
                return prompt(target, terminal, environment, output).converse(asked);
            } catch (IOException e) {
                throw Refusal.absent("the terminal failed (" + e + ")", "open the console again");
            }
        };
    }

    private static Terminal open() throws IOException {
        // Questions to the terminal about what it can do: one that does not answer delays the first prompt.
        System.setProperty("org.jline.terminal.graphemeCluster", "false");
        System.setProperty("org.jline.terminal.probe.timeout", "1");
        return TerminalBuilder.builder().system(true).provider("exec").encoding(StandardCharsets.UTF_8).dumb(true)
                .build();
    }

    static LineShell shell(LastingTarget target, Terminal terminal, Map<String, String> environment, boolean pages) {
        Paint paint = Paint.of(environment);
        Screenful output = new Screenful(terminal, paint, pages, Clock.systemUTC());
        return new LineShell(target, terminal, paint, output, new HistoryFile(HistoryFile.place(environment)),
                new Snapshot(target::beside, BOUND),
                asked -> prompt(target, terminal, environment, output).converse(asked));
    }

    private static JavaPrompt prompt(Target target, Terminal terminal, Map<String, String> environment,
            Screenful output) {
        return new ConsoleShell(target, terminal, Paint.of(environment), output,
                new HistoryFile(HistoryFile.ofJava(environment)));
    }
}
