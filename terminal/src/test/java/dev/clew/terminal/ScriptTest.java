// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.answer.ActReport;
import dev.clew.model.answer.Answer;
import dev.clew.model.answer.GroupList;
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

class ScriptTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Question> asked = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void doesNothingForAnEmptyLine() throws IOException {
        script("signal HUP\n\n   \n# a remark\n").run();

        assertThat(asked).hasSize(1);
    }

    @Test
    void leavesWhenToldTo() throws IOException {
        for (String word : List.of("exit", "quit", "q")) {
            script(word + "\nsignal HUP\n").run();
        }

        assertThat(asked).isEmpty();
    }

    @Test
    void leavesAfterADetach() throws IOException {
        script("detach\nsignal HUP\n").run();

        assertThat(asked).containsExactly(new Question.Detach());
    }

    @Test
    void goesOnAfterARefusalOnOneLine() throws IOException {
        assertThat(script("where 9\nfly\nsignal HUP\n").run()).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("""
                clew: no task 9; ps shows them
                clew: no such command "fly"; help lists the commands
                """);
        assertThat(asked).contains(new Question.Signal("HUP"));
    }

    @Test
    void endsAScriptWithItsWorstStatus() throws IOException {
        assertThat(script("signal HUP\n").run()).isZero();
        assertThat(script("where 9\nsignal HUP\n").run()).isEqualTo(1);
        assertThat(script("fly\nwhere 9\n").run()).isEqualTo(2);
        assertThat(script("interrupt 7\n").run()).isEqualTo(1);
        assertThat(script("ps 'a\n").run()).isEqualTo(2);
    }

    @Test
    void printsNoPromptForAScript() throws IOException {
        script("signal HUP\n").run();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("sent\n");
    }

    @Test
    void printsJsonOnOneLine() throws IOException {
        script("signal HUP --json\n").run();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"text\":\"sent\"}\n");
    }

    @Test
    void asksAsOftenAsTold() throws IOException {
        assertThat(script("ps --watch 100ms --times 3 --format '{id}'\n").run()).isZero();

        assertThat(asked).hasSize(3);
    }

    @Test
    void refusesToAskForEverWhereNobodyWatches() throws IOException {
        assertThat(script("ps --watch 2s\n").run()).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("clew: nobody is here to end --watch; add --times N\n");
    }

    @Test
    void countsTwiceForADifference() throws IOException {
        assertThat(script("diff 1ms\n").run()).isZero();

        assertThat(asked).hasSize(2).hasOnlyElementsOfType(Question.Ps.class);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("0 tasks, then 0 after 0.0s; 0 groups changed\n");
    }

    @Test
    void looksAsOftenAsTold() throws IOException {
        assertThat(script("watch --every 100ms --times 2\n").run()).isZero();
        assertThat(asked).hasSize(6);
        assertThat(script("watch\n").run()).isEqualTo(2);
    }

    @Test
    void pointsAtWhatIsWrongInAFilter() throws IOException {
        assertThat(script("ps kind:pol\n").run()).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8)).endsWith("""
                  kind:pol
                       ^
                """);
    }

    private Script script(String lines) {
        return new Script(new Told(), new Screen(80, Clock.fixed(NOON, ZoneOffset.UTC)),
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
            if (question instanceof Question.Ps ps && ps.groupBy() != null) {
                return new GroupList("site", 0, 0, 0, 0, 0, 0, 0, List.of());
            } else if (question instanceof Question.Ps || question instanceof Question.PsTerminated) {
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
