// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import dev.clew.model.answer.Answer;
import dev.clew.model.answer.ConsoleChoices;
import dev.clew.model.answer.ConsoleReport;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import dev.clew.monitor.command.Request;
import dev.clew.monitor.talk.JavaPrompt;
import dev.clew.monitor.talk.JavaTalk;
import dev.clew.monitor.text.ConsoleText;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/** A console for a person at a terminal: Java over as many lines as it needs, and words that begin with a slash. */
final class ConsoleShell implements JavaPrompt {

    private static final String HELP = """
            Type Java: an expression shows its value, a statement runs, a declaration stays. Tab completes.
            Ctrl-C stops the statement that runs, or drops the line. One that does not stop is left alone.
            clew asks about tasks: clew.tasks(), clew.where(17). println prints here, System.out in the application.

            /vars        the variables and their values
            /methods     the methods and types that were declared
            /imports     the imports
            /loaders     the class loaders of the application
            /loader N    begin anew with this one; N is its number, or a class that it has loaded
            /help        this
            /exit        leave; so does Ctrl-D
            """;
    private static final List<String> COMMANDS =
            List.of("/vars", "/methods", "/imports", "/loaders", "/loader", "/help", "/exit");

    private final Target target;
    private final Terminal terminal;
    private final Paint paint;
    private final Screenful output;
    private final HistoryFile history;
    private final LineReader reader;
    private final AtomicInteger interrupts = new AtomicInteger();
    private JavaTalk dialogue;
    private boolean over;

    ConsoleShell(Target target, Terminal terminal, Paint paint, Screenful output, HistoryFile history) {
        this.target = target;
        this.terminal = terminal;
        this.paint = paint;
        this.output = output;
        this.history = history;
        this.reader = LineReaderBuilder.builder().terminal(terminal).appName("clew").parser(new JavaParser(this))
                .completer(this::complete).history(new DefaultHistory())
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_IGNORE_DUPS, true)
                .option(LineReader.Option.INSERT_TAB, false)
                .option(LineReader.Option.BRACKETED_PASTE, false)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, paint.prompt("  ...> "))
                .build();
        history.lines().forEach(reader.getHistory()::add);
    }

    JavaTalk dialogue() {
        return dialogue;
    }

    static boolean isCommand(String line) {
        return line.strip().matches("/[a-z?]+( .*)?");
    }

    @Override
    public int converse(Request.Evaluate asked) throws Refusal {
        SignalHandler before = terminal.handle(Signal.INT, signal -> interrupts.incrementAndGet());
        try {
            over = false;
            open(asked.loader());
            while (!over) {
                read();
            }
            return 0;
        } finally {
            if (dialogue != null) {
                dialogue.close();
            }
            terminal.handle(Signal.INT, before);
        }
    }

    private void open(String loader) throws Refusal {
        JavaTalk next = JavaTalk.open(target, loader, output::part);
        if (dialogue != null) {
            dialogue.close();
        }
        dialogue = next;
        listen(next.start());
        output.part("Java in the target, by the class loader " + output.screen().plain(next.loader())
                + ". /help tells more, /exit leaves.\n");
    }

    private void read() throws Refusal {
        try {
            String line = reader.readLine(paint.prompt("java> "));
            history.add(line);
            output.measure();
            if (isCommand(line)) {
                command(line.strip().split(" +", 2));
            } else if (!line.isBlank()) {
                listen(dialogue.run(line));
            }
            output.turnPages();
        } catch (Refusal e) {
            complain(e);
        } catch (UserInterruptException e) {
            // The line is gone; the console is not.
        } catch (EndOfFileException e) {
            over = true;
        } catch (IOException e) {
            throw Refusal.absent("the terminal failed (" + e + ")", "open the console again");
        }
    }

    /** Shows what the console says until it is idle; Ctrl-C stops what runs. */
    private void listen(ConsoleReport first) throws Refusal {
        interrupts.set(0);
        dialogue.listen(first, report -> report.results().forEach(result -> {
            String text = ConsoleText.result(result);
            if (result.fine()) {
                output.answer(text);
            } else {
                output.part(text);
            }
        }), () -> interrupts.getAndSet(0) > 0);
    }

    /** Tells why there is no answer; the console ends if there will be no other one either. */
    private void complain(Refusal refusal) throws Refusal {
        try {
            dialogue.choices("", -1);
        } catch (Refusal gone) {
            throw refusal;
        }
        output.refuse(output.screen().refusal(refusal));
    }

    private void command(String[] words) throws Refusal {
        switch (words[0]) {
            case "/exit", "/quit", "/q" -> over = true;
            case "/help", "/?" -> output.answer(HELP);
            case "/vars" -> names("variable");
            case "/methods" -> names("method", "type");
            case "/imports" -> names("import");
            case "/loaders" -> loaders();
            case "/loader" -> open(words.length > 1 ? words[1].strip() : null);
            default -> throw Refusal.usage("no such word \"" + words[0] + "\"", "/help lists them");
        }
    }

    private void names(String... kinds) throws Refusal {
        output.answer(ConsoleText.names(dialogue.names(), List.of(kinds)));
    }

    private void loaders() throws Refusal {
        var question = new Question.ConsoleLoaders();
        Answer answer = target.ask(question);
        output.answer(output.screen().answer(question, answer));
    }

    private void complete(LineReader typed, ParsedLine line, List<Candidate> candidates) {
        int start = line.cursor() - line.wordCursor();
        if (line.line().startsWith("/") && line.line().indexOf(' ') < 0) {
            words(line.line().substring(0, line.cursor())).forEach(word -> candidates.add(candidate(word, word)));
            return;
        }
        try {
            ConsoleChoices found = dialogue.choices(line.line(), line.cursor());
            String head = found.anchor() > start ? line.line().substring(start, found.anchor()) : "";
            found.choices().forEach(choice -> candidates.add(candidate(head + choice, choice)));
            if (!found.hints().isEmpty()) {
                output.part("\n" + String.join("\n", found.hints().stream().map(output.screen()::plain).toList())
                        + "\n");
                typed.callWidget(LineReader.REDRAW_LINE);
            }
        } catch (Refusal e) {
            // Nothing is offered; running the statement tells what is wrong.
        }
    }

    /** The words after a slash are no name: what is typed already is left out. */
    private static Stream<String> words(String typed) {
        return COMMANDS.stream().filter(word -> word.startsWith(typed)).map(word -> word.substring(1));
    }

    private static Candidate candidate(String value, String shown) {
        return new Candidate(value, shown, null, null, null, null, false);
    }
}
