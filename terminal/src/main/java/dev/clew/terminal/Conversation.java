// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import dev.clew.model.answer.ActReport;
import dev.clew.model.answer.Answer;
import dev.clew.model.json.Json;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import dev.clew.monitor.command.Grammar;
import dev.clew.monitor.command.Request;
import dev.clew.monitor.text.Screen;
import java.io.PrintStream;
import java.util.List;

/** Takes commands and prints what a target answers: text or JSON to one stream, refusals to another. */
public final class Conversation {

    private final Target target;
    private final Screen screen;
    private final PrintStream out;
    private final PrintStream err;
    private boolean over;

    /**
     * Begins a conversation.
     *
     * @param target who answers
     * @param screen lays out the answers
     * @param out where answers go
     * @param err where refusals go
     */
    public Conversation(Target target, Screen screen, PrintStream out, PrintStream err) {
        this.target = target;
        this.screen = screen;
        this.out = out;
        this.err = err;
    }

    /** Returns whether a command has ended the conversation. */
    public boolean over() {
        return over;
    }

    /** Runs one command and returns its exit status. */
    public int run(List<String> words) {
        try {
            return run(Grammar.parse(words));
        } catch (Refusal e) {
            return refuse(e);
        }
    }

    int refuse(Refusal refusal) {
        err.println("clew: " + screen.plain(refusal.line()));
        err.flush();
        return refusal.status();
    }

    private int run(Request request) throws Refusal {
        if (request instanceof Request.Help help) {
            print(screen.help(help.command()));
        } else if (request instanceof Request.Leave) {
            over = true;
        } else if (request instanceof Request.Ask ask) {
            return ask(ask);
        }
        return 0;
    }

    private int ask(Request.Ask ask) throws Refusal {
        Answer answer = target.ask(ask.question());
        over |= ask.question() instanceof Question.Detach;
        if (ask.json()) {
            Json.write((Record) answer, out);
            print("\n");
        } else {
            print(screen.answer(ask.question(), answer));
        }
        return answer instanceof ActReport act && !act.done() ? 1 : 0;
    }

    private void print(String text) {
        out.print(text);
        out.flush();
    }
}
