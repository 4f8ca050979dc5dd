// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import dev.clew.monitor.command.Words;
import dev.clew.monitor.talk.Conversation;
import dev.clew.monitor.text.Screen;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;

/** Reads a script line by line until its end or {@code exit}; an empty line does nothing. */
public final class Script {

    private final BufferedReader in;
    private final Conversation conversation;

    /**
     * Makes a script.
     *
     * @param target who answers
     * @param screen lays out the answers
     * @param in where commands come from
     * @param out where answers go
     * @param err where refusals go
     */
    public Script(Target target, Screen screen, BufferedReader in, PrintStream out, PrintStream err) {
        this.in = in;
        this.conversation = new Conversation(target, Streams.plain(screen, out, err));
    }

    /** Runs it, and returns the worst status of its lines. */
    public int run() throws IOException {
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
