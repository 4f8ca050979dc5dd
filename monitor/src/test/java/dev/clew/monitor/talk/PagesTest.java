// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Kind;
import dev.clew.model.Task;
import dev.clew.model.answer.Answer;
import dev.clew.model.answer.TaskList;
import dev.clew.model.json.Json;
import dev.clew.monitor.Question;
import dev.clew.monitor.Story;
import dev.clew.monitor.Target;
import dev.clew.monitor.text.Screen;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Very many tasks are asked for page by page, and shown as one list. */
class PagesTest {

    private static final int MANY = 2 * Pages.SIZE + 5_000;

    private final Crowd crowd = new Crowd();
    private final Sheet sheet = new Sheet();

    @Test
    void jsonIsOneListOfAllTasks() throws Exception {
        run("ps", "--json");

        TaskList list = Json.read(TaskList.class, sheet.text.toString());
        assertThat(list.total()).isEqualTo(MANY + 1);
        assertThat(list.matching()).isEqualTo(MANY);
        assertThat(list.shown()).isEqualTo(MANY);
        assertThat(list.tasks()).extracting(Task::id).containsExactlyElementsOf(ids(MANY));
        assertThat(crowd.asked).hasSize(3).allMatch(ps -> ps.limit() <= Pages.SIZE);
    }

    @Test
    void aLimitEndsTheLastPage() throws Exception {
        run("ps", "--json", "-n", Integer.toString(Pages.SIZE + 7));

        TaskList list = Json.read(TaskList.class, sheet.text.toString());
        assertThat(list.shown()).isEqualTo(Pages.SIZE + 7);
        assertThat(list.tasks()).extracting(Task::id).containsExactlyElementsOf(ids(Pages.SIZE + 7));
    }

    @Test
    void rowsHaveOneHead() {
        run("ps", "--csv");
        List<String> lines = sheet.text.toString().lines().toList();
        assertThat(lines).hasSize(MANY + 1);
        assertThat(lines).filteredOn(line -> line.startsWith("id,")).hasSize(1);

        sheet.text.setLength(0);
        run("ps", "-n", "0");
        lines = sheet.text.toString().lines().toList();
        assertThat(lines).hasSize(MANY + 2);
        assertThat(lines.get(0)).isEqualTo("45,001 tasks (showing 45,000)");
        assertThat(lines).filteredOn(line -> line.contains("THREAD / WAITING ON")).hasSize(1);

        sheet.text.setLength(0);
        run("ps", "--format", "{id}");
        assertThat(sheet.text.toString().lines().map(Long::parseLong)).containsExactlyElementsOf(ids(MANY));
    }

    @Test
    void whoStopsGetsWhatIsWhole() throws Exception {
        sheet.stopAfter = 2;
        run("ps", "--json");

        TaskList list = Json.read(TaskList.class, sheet.text.toString());
        assertThat(list.shown()).isEqualTo(2 * Pages.SIZE);
        assertThat(list.tasks()).hasSize(2 * Pages.SIZE);
    }

    @Test
    void onePageIsAskedForOnce() throws Exception {
        crowd.count = 300;
        run("ps", "--json");

        assertThat(crowd.asked).hasSize(1);
        assertThat(Json.read(TaskList.class, sheet.text.toString()).tasks()).hasSize(300);
    }

    @Test
    void anOlderTargetIsAskedForAllAtOnce() throws Exception {
        crowd.pages = false;
        run("ps", "--json");

        assertThat(Json.read(TaskList.class, sheet.text.toString()).tasks()).hasSize(MANY);
        assertThat(crowd.asked.get(crowd.asked.size() - 1).limit()).isZero();
    }

    @Test
    void anotherOrderIsNotPaged() throws Exception {
        run("ps", "--json", "--sort", "name");

        assertThat(crowd.asked).hasSize(1).allMatch(ps -> ps.limit() == 0 && ps.sort().equals("name"));
    }

    private void run(String... words) {
        assertThat(new Conversation(crowd, sheet).run(List.of(words))).isZero();
    }

    private static List<Long> ids(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }

    /** Very many tasks, and one that no filter lets through. */
    private static final class Crowd implements Target {

        private final List<Question.Ps> asked = new ArrayList<>();
        private int count = MANY;
        private boolean pages = true;

        @Override
        public Answer ask(Question question) {
            Question.Ps ps = (Question.Ps) question;
            asked.add(ps);
            assertThat(ps.after() == 0 || pages).isTrue();
            long most = ps.limit() == 0 ? count : ps.limit();
            List<Task> tasks = LongStream.rangeClosed(Math.max(0, ps.after()) + 1, count).limit(most)
                    .mapToObj(id -> Story.order(id, Kind.VIRTUAL)).toList();
            return new TaskList(count + 1, count, tasks.size(), 0, 0, tasks);
        }

        @Override
        public boolean knows(String need) {
            return pages;
        }

        @Override
        public void close() {}
    }

    private static final class Sheet implements Output {

        private final StringBuilder text = new StringBuilder();
        private int stopAfter = Integer.MAX_VALUE;
        private int parts;

        @Override
        public Screen screen() {
            return new Screen(120, Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
        }

        @Override
        public void answer(String answer) {
            text.append(answer);
        }

        @Override
        public void part(String part) {
            parts++;
            text.append(part);
        }

        @Override
        public void renew(String answer) {
            throw new AssertionError("nothing is repeated");
        }

        @Override
        public void refuse(String refusal) {
            throw new AssertionError(refusal);
        }

        @Override
        public boolean person() {
            return false;
        }

        @Override
        public boolean stopped(Duration time) {
            return parts >= stopAfter;
        }
    }
}
