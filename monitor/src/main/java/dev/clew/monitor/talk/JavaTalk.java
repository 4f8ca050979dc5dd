// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.talk;

import dev.clew.model.answer.ConsoleChoices;
import dev.clew.model.answer.ConsoleNames;
import dev.clew.model.answer.ConsoleReport;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import dev.clew.monitor.text.ConsoleText;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One console of a target, asked again and again until it has no more to say. */
public final class JavaTalk implements AutoCloseable {

    private static final long STEP_MILLIS = 200;
    /** A string of a question has a limit. */
    private static final int LONGEST = 30_000;

    private final Target target;
    private final String session;
    private final String loader;
    private final Consumer<String> printed;
    private String openLine = "";

    private JavaTalk(Target target, ConsoleReport first, Consumer<String> printed) {
        this.target = target;
        this.session = first.session();
        this.loader = first.loader();
        this.printed = printed;
    }

    /**
     * Opens a console.
     *
     * @param printed takes what statements print, line by line
     */
    public static JavaTalk open(Target target, String loader, Consumer<String> printed) throws Refusal {
        return new JavaTalk(target, (ConsoleReport) target.ask(new Question.ConsoleOpen(loader)), printed);
    }

    /** Returns the class loader through which its statements see the application. */
    public String loader() {
        return loader;
    }

    /** Begins to run statements. */
    public ConsoleReport run(String source) throws Refusal {
        if (source.length() > LONGEST) {
            throw Refusal.usage("a statement has at most " + LONGEST + " characters", "run it in parts");
        }
        return (ConsoleReport) target.ask(new Question.ConsoleRun(session, source));
    }

    /** Takes what the console says until it is idle; stops what runs as soon as that is asked for. */
    public void listen(ConsoleReport first, Consumer<ConsoleReport> told, BooleanSupplier stop) throws Refusal {
        ConsoleReport report = first;
        while (true) {
            print(report);
            told.accept(report);
            if (!report.busy()) {
                break;
            }
            if (stop.getAsBoolean()) {
                target.ask(new Question.ConsoleStop(session));
            }
            report = (ConsoleReport) target.ask(new Question.ConsoleWait(session, STEP_MILLIS));
        }
        end();
        if (report.state().equals("closed")) {
            throw Refusal.absent("the console is closed" + report.results().stream()
                    .filter(result -> result.error() != null).findFirst()
                    .map(result -> ", because its shell failed: " + result.error().brief()).orElse(""),
                    "open another one");
        }
    }

    /** Prints whole lines; the rest waits for its end, so that nothing is laid out in parts. */
    private void print(ConsoleReport report) {
        String text = openLine + report.output();
        int end = text.lastIndexOf('\n') + 1;
        openLine = text.substring(end);
        if (end > 0) {
            printed.accept(ConsoleText.plain(text.substring(0, end)));
        }
        if (report.dropped() > 0) {
            printed.accept("... " + report.dropped() + " characters were dropped, because they came too fast\n");
        }
        if (!report.results().isEmpty()) {
            end();
        }
    }

    private void end() {
        if (!openLine.isEmpty()) {
            printed.accept(ConsoleText.plain(openLine) + "\n");
            openLine = "";
        }
    }

    /** Returns what the console says while it starts. */
    public ConsoleReport start() throws Refusal {
        return (ConsoleReport) target.ask(new Question.ConsoleWait(session, STEP_MILLIS));
    }

    /** Returns how a statement can go on at a place; whether it is whole if that is -1. */
    public ConsoleChoices choices(String source, int cursor) throws Refusal {
        return (ConsoleChoices) target.ask(new Question.ConsoleComplete(session, source, cursor));
    }

    /** Returns what the console knows by name. */
    public ConsoleNames names() throws Refusal {
        return (ConsoleNames) target.ask(new Question.ConsoleList(session));
    }

    @Override
    public void close() {
        try {
            target.ask(new Question.ConsoleClose(session));
        } catch (Refusal e) {
            // It is closed already, or the target has gone: its end closes it as well.
        }
    }
}
