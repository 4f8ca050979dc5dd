// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.answer.Answer;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.StorySource;
import dev.clew.monitor.Target;
import dev.clew.monitor.query.SourceTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A shell of lines, with what a client sends and gets as text. */
class LineModeTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final String PROMPT = "clew 4242> ";

    private final Deque<String> said = new ArrayDeque<>();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final List<Question> asked = new ArrayList<>();

    @Test
    void aScriptGetsAnswersAloneInTheOrderOfItsLines() throws IOException {
        assertThat(script("signal TERM\nwhere 999\n\n# a remark\nwehre\nexit\nsignal INT\n")).isEqualTo("""
                sent SIGTERM to process 4242
                clew: no task 999; ps shows the live tasks, ps-terminated the ended ones
                clew: no such command "wehre", did you mean where?; help lists the commands
                """);
    }

    @Test
    void aScriptMayEndWithoutAnEnd() throws IOException {
        assertThat(script("signal TERM")).isEqualTo("sent SIGTERM to process 4242\n");
        assertThat(script("")).isEmpty();
    }

    @Test
    void aScriptGetsOneLineOfARefusal() throws IOException {
        assertThat(script("ps x:\nps 'a\n").lines()).hasSize(2).allMatch(line -> line.startsWith("clew: "));
    }

    @Test
    void aScriptIsNotLetDoWhatNobodyEnds() throws IOException {
        assertThat(script("watch\nps --watch 1s\n")).isEqualTo("""
                clew: nobody is here to end watch; add --times N
                clew: nobody is here to end --watch; add --times N
                """);
        assertThat(asked).isEmpty();
    }

    @Test
    void aScriptsLinesWaitForTheAnswerBefore() throws IOException {
        String text = script("ps --watch 100ms --times 3 -n 1\nsignal TERM\n");
        assertThat(asked).hasSize(4).last().isEqualTo(new Question.Signal("TERM"));
        assertThat(text).endsWith("\nsent SIGTERM to process 4242\n");
    }

    @Test
    void noTimeIsNotForEver() throws IOException {
        assertThat(script("diff 0s\nsignal TERM\n")).endsWith("sent SIGTERM to process 4242\n");
    }

    @Test
    void aPersonIsGreetedAndPrompted() throws IOException {
        assertThat(person("signal TERM\r\n", "\r\n", "exit\r\n")).startsWith("com.acme.shop.Shop (process 4242,")
                .endsWith("help lists the commands, exit leaves.\r\n" + PROMPT + "sent SIGTERM to process 4242\r\n"
                        + PROMPT + PROMPT);
    }

    @Test
    void aPersonSeesWhatIsWrongInAFilter() throws IOException {
        assertThat(person("ps x:\r\n")).contains("\r\n  x:\r\n  ^\r\n");
    }

    @Test
    void controlCDropsTheLineAndNeverLeaves() throws IOException {
        String text = person("sig\u0003", "signal TERM\r\n");
        assertThat(asked).contains(new Question.Signal("TERM"));
        assertThat(text).contains(PROMPT + "\r\n" + PROMPT + "sent SIGTERM");
    }

    @Test
    void controlCEndsWhatGoesOnAndOn() throws IOException {
        String text = person("ps -n 1 --watch 60m\r\n", "\u0003", "signal TERM\r\n");
        assertThat(text).endsWith("\r\n\r\n" + PROMPT + "sent SIGTERM to process 4242\r\n" + PROMPT);
        assertThat(asked.stream().filter(Question.Ps.class::isInstance)).hasSize(1);
    }

    @Test
    void anEmptyLineEndsWhatGoesOnAndOn() throws IOException {
        assertThat(person("ps -n 1 --watch 60m\r\n", "\r\n", "exit\r\n")).endsWith("\r\n" + PROMPT);
    }

    @Test
    void aCommandEndsWhatGoesOnAndOnAndIsDone() throws IOException {
        String text = person("watch --every 60m\r\n", "signal TERM\r\n");
        assertThat(text).endsWith(PROMPT + "sent SIGTERM to process 4242\r\n" + PROMPT);
        assertThat(asked).contains(new Question.Signal("TERM"));
    }

    @Test
    void whatGoesOnAndOnEndsWhenTheClientIsGone() throws IOException {
        person("ps -n 1 --watch 60m\r\n");
        assertThat(asked.stream().filter(Question.Ps.class::isInstance)).hasSize(1);
    }

    @Test
    void nothingIsRepeatedByAnEmptyLine() throws IOException {
        person("signal TERM\r\n", "\r\n", "\r\n");
        assertThat(asked.stream().filter(Question.Signal.class::isInstance)).hasSize(1);
    }

    @Test
    void aDetachEndsIt() throws IOException {
        script("detach\nsignal TERM\n");
        assertThat(asked).containsExactly(new Question.Detach());
    }

    @Test
    void tablesFitTheWidthThatIsTold() throws IOException {
        script("width 60\nps\n");
        assertThat(text().lines()).allMatch(line -> line.length() <= 60);
        shown.reset();
        script("width 0\nps\n");
        assertThat(text().lines()).anyMatch(line -> line.length() > 60);
        shown.reset();
        assertThat(script("width\nwidth x\ncharset latin-1\n").lines()).hasSize(3)
                .allMatch(line -> line.matches("clew: (width|charset) can't be .*; write width 120 or charset ascii"));
    }

    @Test
    void tablesFitTheWindowOfATelnet() throws IOException {
        person("\u00FF\u00FB\u001F\u00FF\u00FA\u001F\u0000\u003C\u0000\u0018\u00FF\u00F0", "ps\r\n");
        assertThat(text().lines().skip(3)).allMatch(line -> line.length() <= 60 + PROMPT.length());
        assertThat(shown.toString(StandardCharsets.ISO_8859_1)).contains("\u00FF\u00FD\u001F");
    }

    @Test
    void inAsciiNothingElseIsSent() throws IOException {
        script("charset ascii\nwidth 55\nps\nps name:«\ncharset utf-8\nps name:«\n");
        List<String> lines = text().lines().toList();
        assertThat(lines.subList(0, lines.size() - 2)).allMatch(line -> line.chars().allMatch(c -> c < 0x80))
                .anyMatch(line -> line.contains("~"));
    }

    @Test
    void aLongAnswerComesWhole() throws IOException {
        String text = "x" + "🧵\n".repeat(9_000);
        var client = new Dialogue(new Played(), 1_000, NOON);
        client.print(text);
        assertThat(text()).isEqualTo(text);
        shown.reset();
        client.attend();
        client.print(text);
        assertThat(text()).isEqualTo(text.replace("\n", "\r\n"));
    }

    @Test
    void helpTellsOfItsOwnWords() throws IOException {
        assertThat(script("help\n")).contains("ps-terminated (pt, pst)", "width N", "charset utf-8|ascii");
        assertThat(script("help ps\n")).contains("--filter").doesNotContain("charset");
    }

    @Test
    void aLineThatIsTooLongEndsIt() throws IOException {
        assertThat(script("x".repeat(2_000) + "\nsignal TERM\n"))
                .isEqualTo("clew: the line is too long; give a filter of fewer words\n");
        assertThat(asked).isEmpty();
    }

    private String script(String... pieces) throws IOException {
        return run(false, pieces);
    }

    private String person(String... pieces) throws IOException {
        return run(true, pieces);
    }

    private String run(boolean person, String... pieces) throws IOException {
        said.clear();
        shown.reset();
        said.addAll(List.of(pieces));
        var client = new Dialogue(new Played(), 1_000, NOON);
        if (person) {
            client.attend();
        }
        new LineMode(new Noted(), 4242, client).run();
        return text();
    }

    private String text() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    /** What a client sends, piece by piece, and what it gets. */
    private final class Played implements Carrier {

        private ByteBuffer current = ByteBuffer.allocate(0);

        @Override
        public ByteBuffer read(Duration patience) throws IOException {
            if (!current.hasRemaining() && !said.isEmpty()) {
                String piece = said.remove();
                boolean telnet = piece.startsWith("\u00FF");
                Charset charset = telnet ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
                current = ByteBuffer.wrap(piece.getBytes(charset));
            }
            return current;
        }

        @Override
        public void write(byte[] bytes) {
            shown.writeBytes(bytes);
        }

        @Override
        public boolean idle(Duration time) {
            assertThat(time).isPositive();
            return false;
        }
    }

    private final class Noted implements Target {

        private final Target told = new SourceTarget(new StorySource());

        @Override
        public Answer ask(Question question) throws Refusal {
            asked.add(question);
            return told.ask(question);
        }

        @Override
        public void close() {}
    }
}
