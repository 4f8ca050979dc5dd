// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import dev.clew.monitor.talk.JavaPrompt;
import dev.clew.terminal.top.Top;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;

/** The terminal of this process, and shells and full screens at it. */
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

    /**
     * Shows a target on the whole terminal of this process until the person leaves.
     *
     * @param target who is watched
     * @param environment the environment of this process
     * @param filter what the list of tasks lets through at first; null for everything
     */
    public static int top(LastingTarget target, Map<String, String> environment, String filter)
            throws IOException, Refusal {
        try (Terminal terminal = open()) {
            top(target, terminal, environment, filter);
            return 0;
        }
    }

    static void top(LastingTarget target, Terminal terminal, Map<String, String> environment, String filter)
            throws IOException, Refusal {
        if (terminal.getStringCapability(Capability.cursor_address) == null) {
            throw Refusal.usage("top needs a terminal that can place its cursor, not one of the type "
                    + terminal.getType(), "set TERM, or use ps --watch 2s");
        }
        if (!target.greeting().abilities().contains(Question.PUSH)) {
            throw Refusal.absent("process " + target.greeting().pid() + " is watched by Clew " + target.greeting().clew()
                    + ", which tells nothing by itself", "use ps --watch 2s, or detach with it and attach again with this one");
        }
        new Top(terminal, target.finder()::find, target.greeting(), environment, filter).run();
    }

    static LineShell shell(LastingTarget target, Terminal terminal, Map<String, String> environment, boolean pages) {
        Paint paint = Paint.of(environment);
        Screenful output = new Screenful(terminal, paint, pages, Clock.systemUTC());
        return new LineShell(target, terminal, paint, output, new HistoryFile(HistoryFile.place(environment)),
                new Snapshot(target::beside, BOUND),
                asked -> prompt(target, terminal, environment, output).converse(asked), environment);
    }

    private static JavaPrompt prompt(Target target, Terminal terminal, Map<String, String> environment,
            Screenful output) {
        return new ConsoleShell(target, terminal, Paint.of(environment), output,
                new HistoryFile(HistoryFile.ofJava(environment)));
    }
}
