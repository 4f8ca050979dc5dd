// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.answer.ActReport;
import dev.clew.model.answer.Answer;
import dev.clew.model.answer.Notice;
import dev.clew.model.answer.StatusReport;
import dev.clew.model.answer.TaskList;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import dev.clew.monitor.text.Screen;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShellTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Question> asked = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void greetsPromptsAndLeavesAtTheEndOfInput() throws IOException {
        assertThat(shell("signal HUP\n").interact()).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                com.acme.Shop (process 42, JDK 25), watched for 1m 00s: 3 tasks
                help lists the commands, exit leaves.
                clew 42> sent
                clew 42>\s
                """);
    }

    @Test
    void doesNothingForAnEmptyLine() throws IOException {
        shell("signal HUP\n\n   \n# a remark\n").script();

        assertThat(asked).hasSize(1);
    }

    @Test
    void leavesWhenToldTo() throws IOException {
        for (String word : List.of("exit", "quit", "q")) {
            shell(word + "\nsignal HUP\n").interact();
        }

        assertThat(asked).hasOnlyElementsOfType(Question.Status.class);
    }

    @Test
    void leavesAfterADetach() throws IOException {
        shell("detach\nsignal HUP\n").script();

        assertThat(asked).containsExactly(new Question.Detach());
    }

    @Test
    void goesOnAfterARefusalOnOneLine() throws IOException {
        assertThat(shell("where 9\nfly\nsignal HUP\n").interact()).isZero();

        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("""
                clew: no task 9; ps shows them
                clew: no such command "fly"; help lists the commands
                """);
        assertThat(asked).contains(new Question.Signal("HUP"));
    }

    @Test
    void endsAScriptWithItsWorstStatus() throws IOException {
        assertThat(shell("signal HUP\n").script()).isZero();
        assertThat(shell("where 9\nsignal HUP\n").script()).isEqualTo(1);
        assertThat(shell("fly\nwhere 9\n").script()).isEqualTo(2);
        assertThat(shell("interrupt 7\n").script()).isEqualTo(1);
        assertThat(shell("ps 'a\n").script()).isEqualTo(2);
    }

    @Test
    void printsNoPromptForAScript() throws IOException {
        shell("signal HUP\n").script();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("sent\n");
    }

    @Test
    void printsJsonOnOneLine() throws IOException {
        shell("signal HUP --json\n").script();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"text\":\"sent\"}\n");
    }

    @Test
    void asksAsOftenAsTold() throws IOException {
        assertThat(shell("ps --watch 100ms --times 3 --format '{id}'\n").script()).isZero();

        assertThat(asked).hasSize(3);
    }

    @Test
    void refusesToAskForEverWhereNobodyWatches() throws IOException {
        assertThat(shell("ps --watch 2s\n").script()).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("clew: nobody is here to end --watch; add --times N\n");
    }

    @Test
    void pointsAtWhatIsWrongInAFilter() throws IOException {
        assertThat(shell("ps kind:pol\n").script()).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8)).endsWith("""
                  kind:pol
                       ^
                """);
    }

    private Shell shell(String lines) {
        return new Shell(new Told(), new Screen(80, Clock.fixed(NOON, ZoneOffset.UTC)),
                new BufferedReader(new StringReader(lines)), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private final class Told implements Target {

        @Override
        public Answer ask(Question question) throws Refusal {
            asked.add(question);
            if (question instanceof Question.Where where) {
                throw Refusal.absent("no task " + where.id(), "ps shows them");
            } else if (question instanceof Question.Interrupt) {
                return new ActReport("interrupt", 7, "x", "not-possible", "No thread runs it.");
            }
            if (question instanceof Question.Ps) {
                return new TaskList(0, 0, 0, 0, 0, List.of());
            }
            return question instanceof Question.Status ? status() : new Notice("sent");
        }

        private static StatusReport status() {
            return new StatusReport("0.1", 1, 42, "shop", "com.acme.Shop", "25", NOON.minusSeconds(60), "attach", 3, 0,
                    0, 0, 0, List.of(), 0, 0, List.of(), List.of(), List.of());
        }

        @Override
        public void close() {}
    }
}
