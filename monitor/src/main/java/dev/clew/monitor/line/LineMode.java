// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.line;

import dev.clew.model.answer.StatusReport;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import dev.clew.monitor.command.Words;
import dev.clew.monitor.talk.Conversation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** A shell of lines for one client: prompts and greets a person, and answers a script without a word more. */
public final class LineMode {

    private static final String OWN_WORDS = """
            In this line mode, too:
              width N                makes tables fit N columns
              charset utf-8|ascii    says which characters can be shown
            """;

    private final Target target;
    private final Dialogue client;
    private final Conversation conversation;
    private final String prompt;

    /**
     * Makes one.
     *
     * @param target who answers
     * @param pid the target's process
     * @param client who asks
     */
    public LineMode(Target target, long pid, Dialogue client) {
        this.target = target;
        this.client = client;
        this.conversation = new Conversation(target, client);
        this.prompt = "clew " + pid + "> ";
    }

    /** Answers until the client leaves. */
    public void run() throws IOException {
        try {
            greet();
            while (!conversation.over()) {
                prompt();
                if (!take(client.next(Duration.ZERO))) {
                    break;
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void greet() throws IOException {
        if (!client.person()) {
            return;
        }
        try {
            client.print(client.screen().greeting((StatusReport) target.ask(new Question.Status())));
        } catch (Refusal e) {
            client.refuse(e);
        }
    }

    private void prompt() throws IOException {
        if (client.person() && !client.waiting()) {
            client.print(prompt);
        }
    }

    /** Does what an event asks for; returns false if it is the last one. */
    private boolean take(Event event) throws IOException {
        if (event instanceof Event.Line line) {
            run(line.text());
        } else if (event instanceof Event.TooLong) {
            client.refuse(Refusal.usage("the line is too long", "give a filter of fewer words"));
            return false;
        } else if (client.person() && (event instanceof Event.Interrupt || event instanceof Event.Mark)) {
            client.print("\n"); // what it shows of Ctrl-C, and then shows of us, stands on the line of the prompt
        }
        return !(event instanceof Event.End);
    }

    private void run(String line) throws IOException {
        try {
            List<String> words = Words.of(line);
            String word = words.isEmpty() ? "" : words.get(0);
            if (word.equals("width") || word.equals("charset")) {
                fit(words);
            } else {
                conversation.run(words);
                if (List.of("help", "?", "h").contains(word) && words.size() == 1) {
                    client.print(OWN_WORDS);
                }
            }
        } catch (Refusal e) {
            conversation.refuse(e);
        }
    }

    private void fit(List<String> words) throws Refusal {
        String value = words.size() == 2 ? words.get(1) : "";
        if (words.get(0).equals("width") && value.matches("[0-9]{1,4}")) {
            client.width(Integer.parseInt(value));
        } else if (words.get(0).equals("charset") && List.of("utf-8", "ascii").contains(value)) {
            client.alphabet(value.equals("ascii") ? Alphabet.ASCII : Alphabet.UTF_8);
        } else {
            throw Refusal.usage(words.get(0) + " can't be \"" + value + "\"",
                    "write width 120 or charset ascii");
        }
    }
}
