// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Failure;
import dev.clew.model.answer.Answer;
import dev.clew.model.answer.ConsoleReport;
import dev.clew.model.answer.ConsoleResult;
import dev.clew.model.answer.Notice;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import dev.clew.monitor.text.Screen;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private final Deque<ConsoleReport> reports = new ArrayDeque<>();
    private final List<Question> asked = new ArrayList<>();
    private final StringBuilder shown = new StringBuilder();
    private final StringBuilder refused = new StringBuilder();
    private boolean stops;

    /** Answers each question to a console with the next report. */
    private final class Told implements Target {

        @Override
        public Answer ask(Question question) throws Refusal {
            asked.add(question);
            if (question instanceof Question.ConsoleStop) {
                stops = false;
                report("ready", "", result("stopped", null, null));
            }
            boolean reports = question instanceof Question.ConsoleOpen || question instanceof Question.ConsoleRun
                    || question instanceof Question.ConsoleWait;
            return reports ? EvaluationTest.this.reports.remove() : new Notice("done");
        }

        @Override
        public void close() {}
    }

    private final class Page implements Output {

        @Override
        public Screen screen() {
            return new Screen(80, Clock.systemUTC());
        }

        @Override
        public void answer(String text) {
            shown.append(text);
        }

        @Override
        public void part(String text) {
            shown.append(text);
        }

        @Override
        public void renew(String text) {
            shown.append(text);
        }

        @Override
        public void refuse(String text) {
            refused.append(text);
        }

        @Override
        public boolean person() {
            return false;
        }

        @Override
        public boolean stopped(Duration time) {
            return stops;
        }
    }

    private void report(String state, String output, ConsoleResult... results) {
        reports.add(new ConsoleReport("s", state, "app", output, 0, List.of(results)));
    }

    private void starts() {
        report("starting", "");
        report("ready", "");
    }

    private static ConsoleResult result(String outcome, String text, Failure error) {
        return new ConsoleResult(outcome, "$1", "int", text, error, List.of(), null);
    }

    private int run(String line) {
        return new Conversation(new Told(), new Page()).run(List.of(line.split(" ")));
    }

    @Test
    void showsWhatIsPrintedLineByLineAndThenTheValue() {
        starts();
        report("running", "");
        report("running", "a\nb");
        report("running", "c\nrest");
        report("ready", "", result("variable", "1", null), result("value", "42", null));

        assertThat(run("console print(6) * 7")).isZero();
        assertThat(shown).hasToString("a\nbc\nrest\n42\n");
        assertThat(asked).contains(new Question.ConsoleRun("s", "print(6) * 7"));
        assertThat(asked.get(asked.size() - 1)).isEqualTo(new Question.ConsoleClose("s"));
    }

    @Test
    void endsWithOneIfAStatementFails() {
        starts();
        report("ready", "", result("value", "1", null), result("error", null, new Failure("Oops", "no", List.of(), null)));

        assertThat(run("console 1;fail()")).isEqualTo(1);
        assertThat(shown).hasToString("1\n");
        assertThat(refused).hasToString("clew: Oops: no\n");
    }

    @Test
    void stopsWhenSomebodyAsksForIt() {
        starts();
        report("running", "");
        stops = true;

        assertThat(run("console Shop.hang()")).isEqualTo(1);
        assertThat(asked).contains(new Question.ConsoleStop("s"));
        assertThat(refused).hasToString("clew: stopped\n");
    }

    @Test
    void refusesWhereNoStatementsAreAndNobodyTypes() {
        assertThat(run("console")).isEqualTo(2);
        assertThat(refused.toString()).startsWith("clew: a console needs a terminal; ");
        assertThat(asked).isEmpty();
    }

    @Test
    void refusesMoreThanAQuestionCanHold() {
        starts();

        assertThat(run("console " + "x".repeat(30_001))).isEqualTo(2);
        assertThat(refused.toString()).startsWith("clew: a statement has at most 30000 characters; ");
    }
}
