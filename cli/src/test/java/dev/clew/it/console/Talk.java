// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Program;
import dev.clew.model.answer.Answer;
import dev.clew.model.answer.ConsoleChoices;
import dev.clew.model.answer.ConsoleNames;
import dev.clew.model.answer.ConsoleReport;
import dev.clew.model.answer.ConsoleResult;
import dev.clew.model.answer.LoaderList;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.wire.RemoteTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A console on a connection of its own. */
final class Talk implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RemoteTarget target;
    private final String session;
    private final StringBuilder output = new StringBuilder();

    private Talk(RemoteTarget target, String loader) throws Refusal {
        this.target = target;
        this.session = ((ConsoleReport) target.ask(new Question.ConsoleOpen(loader))).session();
    }

    static Talk with(Program program) {
        return with(program, null);
    }

    /** Opens a console that sees the application through a class loader. */
    static Talk with(Program program, String loader) {
        try {
            var talk = new Talk(RemoteTarget.connect(program.socket()), loader);
            assertThat(talk.results()).isEmpty();
            return talk;
        } catch (Refusal e) {
            throw new AssertionError(e.line(), e);
        }
    }

    /** Runs statements, and returns what the last one came to. */
    ConsoleResult run(String source) {
        begin(source);
        List<ConsoleResult> results = results();
        assertThat(results).as(source).isNotEmpty();
        return results.get(results.size() - 1);
    }

    /** Runs an expression, and returns its value as text. */
    String value(String expression) {
        ConsoleResult result = run(expression);
        assertThat(result.outcome()).as(expression + ": " + result).isEqualTo("value");
        return result.text();
    }

    /** Begins to run statements. */
    void begin(String source) {
        ask(ConsoleReport.class, new Question.ConsoleRun(session, source));
    }

    void stop() {
        ask(Answer.class, new Question.ConsoleStop(session));
    }

    /** Returns what statements came to, once the console is idle. */
    List<ConsoleResult> results() {
        List<ConsoleResult> results = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        ConsoleReport report;
        do {
            assertThat(System.nanoTime()).as("the console is idle in time").isLessThan(deadline);
            report = report(1_000);
            results.addAll(report.results());
        } while (report.busy());
        return results;
    }

    /** Returns what there is to say within a time. */
    ConsoleReport report(long waitMillis) {
        ConsoleReport report = ask(ConsoleReport.class, new Question.ConsoleWait(session, waitMillis));
        output.append(report.output());
        return report;
    }

    /** Waits until statements have printed a text. */
    void awaitOutput(String text) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (output.indexOf(text) < 0) {
            assertThat(System.nanoTime()).as("%s in %s", text, output).isLessThan(deadline);
            report(500);
        }
    }

    /** Returns what was printed so far. */
    String output() {
        return output.toString();
    }

    ConsoleChoices choices(String source) {
        return ask(ConsoleChoices.class, new Question.ConsoleComplete(session, source, source.length()));
    }

    List<ConsoleNames.Name> names() {
        return ask(ConsoleNames.class, new Question.ConsoleList(session)).names();
    }

    List<LoaderList.Loader> loaders() {
        return ask(LoaderList.class, new Question.ConsoleLoaders()).loaders();
    }

    private <A extends Answer> A ask(Class<A> type, Question question) {
        try {
            return type.cast(target.ask(question));
        } catch (Refusal e) {
            throw new AssertionError(question + " was refused: " + e.line(), e);
        }
    }

    @Override
    public void close() {
        target.close();
    }
}
