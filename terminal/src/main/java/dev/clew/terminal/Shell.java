// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import dev.clew.model.answer.StatusReport;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import dev.clew.monitor.command.Words;
import dev.clew.monitor.text.Screen;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;

/** Reads commands line by line until the end of input or {@code exit}; an empty line does nothing. */
public final class Shell {

    private final Target target;
    private final BufferedReader in;
    private final PrintStream out;
    private final Screen screen;
    private final Conversation conversation;

    /**
     * Makes a shell.
     *
     * @param target who answers
     * @param screen lays out the answers
     * @param in where commands come from
     * @param out where answers go
     * @param err where refusals go
     */
    public Shell(Target target, Screen screen, BufferedReader in, PrintStream out, PrintStream err) {
        this.target = target;
        this.in = in;
        this.out = out;
        this.screen = screen;
        this.conversation = new Conversation(target, new Streams(screen, out, err, false));
    }

    /** Serves a person: greets, prompts, and returns 0 whatever went wrong on the way. */
    public int interact() throws IOException {
        String prompt;
        try {
            StatusReport status = (StatusReport) target.ask(new Question.Status());
            out.print(screen.greeting(status));
            prompt = "clew " + status.pid() + "> ";
        } catch (Refusal e) {
            return conversation.refuse(e);
        }
        while (!conversation.over()) {
            out.print(prompt);
            out.flush();
            String line = in.readLine();
            if (line == null) {
                out.println();
                break;
            }
            run(line);
        }
        return 0;
    }

    /** Serves a script: no greeting, no prompt, and the worst status of its lines. */
    public int script() throws IOException {
        int worst = 0;
        while (!conversation.over()) {
            String line = in.readLine();
            if (line == null) {
                break;
            }
            worst = Math.max(worst, run(line));
        }
        return worst;
    }

    private int run(String line) {
        try {
            return conversation.run(Words.of(line));
        } catch (Refusal e) {
            return conversation.refuse(e);
        }
    }
}
