// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import dev.clew.model.answer.StatusReport;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.command.Grammar;
import dev.clew.monitor.command.Request;
import dev.clew.monitor.command.Words;
import dev.clew.monitor.talk.Conversation;
import dev.clew.monitor.talk.JavaPrompt;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;

/** A shell for a person at a terminal: edits lines, remembers and completes them, and lets Ctrl-C stop an answer. */
public final class LineShell {

    private static final int MOST_CHOICES = 100;

    private final LastingTarget target;
    private final Terminal terminal;
    private final Paint paint;
    private final Screenful output;
    private final Conversation conversation;
    private final HistoryFile history;
    private final Snapshot snapshot;
    private final LineReader reader;
    private final Map<String, String> environment;
    private Thread asking;

    LineShell(LastingTarget target, Terminal terminal, Paint paint, Screenful output, HistoryFile history,
            Snapshot snapshot, JavaPrompt prompt, Map<String, String> environment) {
        this.target = target;
        this.terminal = terminal;
        this.paint = paint;
        this.output = output;
        this.history = history;
        this.snapshot = snapshot;
        this.environment = environment;
        this.conversation = new Conversation(target, output, prompt);
        this.reader = reader(new TabKey(new Completion(snapshot)));
        history.lines().forEach(reader.getHistory()::add);
    }

    private LineReader reader(TabKey tab) {
        return LineReaderBuilder.builder().terminal(terminal).appName("clew").parser(new PlainParser()).completer(tab)
                .history(new DefaultHistory())
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_IGNORE_DUPS, true)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .option(LineReader.Option.INSERT_TAB, false)
                .option(LineReader.Option.BRACKETED_PASTE, false)
                .variable(LineReader.LIST_MAX, MOST_CHOICES)
                .build();
    }

    /** Greets, prompts, and returns 0 whatever went wrong on the way; 1 or 2 if there was no beginning. */
    public int interact() throws IOException {
        try {
            output.answer(output.screen().greeting((StatusReport) target.ask(new Question.Status())));
        } catch (Refusal e) {
            return conversation.refuse(e);
        }
        // Always handled: by itself, the signal would end this process.
        terminal.handle(Signal.INT, signal -> interrupt());
        snapshot.prepare();
        while (!conversation.over()) {
            try {
                String line = reader.readLine(paint.prompt("clew " + target.greeting().pid() + "> "));
                history.add(line);
                run(line);
            } catch (UserInterruptException e) {
                // The line is gone; the shell is not.
            } catch (EndOfFileException e) {
                break;
            }
        }
        return 0;
    }

    private void run(String line) throws IOException {
        asking(Thread.currentThread());
        try {
            List<String> words = Words.of(line);
            output.measure();
            if (Grammar.parse(words) instanceof Request.Top top) {
                Terminals.top(target, terminal, environment, top.filter());
                terminal.handle(Signal.INT, signal -> interrupt());
            } else {
                conversation.run(words);
            }
        } catch (Refusal e) {
            conversation.refuse(e);
        } finally {
            asking(null);
            Thread.interrupted();
        }
        output.turnPages();
    }

    private synchronized void asking(Thread thread) {
        asking = thread;
    }

    /** Stops the answer that is under way; where there is none, Ctrl-C has come too late or too early to mean anything. */
    private synchronized void interrupt() {
        if (asking != null) {
            output.part("\n"); // the terminal has shown ^C where something else goes
            asking.interrupt();
        }
    }
}
