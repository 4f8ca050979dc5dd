// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Arrival;
import dev.clew.it.harness.Jdk;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Patience;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import dev.clew.it.harness.Watched;
import dev.clew.model.Capture;
import dev.clew.model.Cause;
import dev.clew.model.Frame;
import dev.clew.model.OriginStep;
import dev.clew.model.Outcome;
import dev.clew.model.Task;
import dev.clew.model.answer.StatusReport;
import dev.clew.model.answer.TaskList;
import dev.clew.model.answer.Whereabouts;
import dev.clew.monitor.Question;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However many tasks are ended at once, what is told of them is right, and fits into the memory and on a screen. */
class StormIT {

    /** So many ids, at most, were given to other tasks in between. */
    private static final int GAPS = 100;

    private static final int MANY = 100_000;
    private static final int LINKS = 10_000;
    private static final long BUDGET = 24L << 20;

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void aHundredThousandCancelsOfOneTask(Jdk jdk) {
        try (Program program = Launch.of(jdk, Sources.of("Storm.java"), "Storm").agent(Arrival.AT_START)
                .option("memory=" + (BUDGET >> 20) + "m").start()) {
            assertThat(program.tell("cancelMany " + MANY)).isEqualTo(Integer.toString(MANY));
            Watched watched = program.watched();
            Task stormer = only(watched, "Stormer", Outcome.RETURNED);
            assertThat(Patience.until(() -> watched.live("Drizzle").matching() == 0)).isTrue();
            TaskList held = ended(watched, "Drizzle", Outcome.CANCELLED, 10);
            assertThat(held.tasks()).hasSize(10).allMatch(task -> task.ending().cause().task() == stormer.id());
            Whereabouts where = watched.whereTerminated(stormer);
            assertThat(where.victims()).hasSize(100);
            assertThat(where.victims().size() + where.victimsLeft()).isEqualTo(held.matching());

            StatusReport status = watched.status();
            assertThat(status.ended()).isGreaterThanOrEqualTo(MANY);
            assertThat(status.kept() + status.lost()).isBetween(status.ended() - 50, status.ended() + 50);
            assertBounded(status);
            assertSmall(program, stormer, 100);
            assertTheOldestLeft(program, held.matching());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void eightThreadsThatCancelTheSameTasks(Setting setting) {
        try (Program program = Launch.of(setting, Sources.of("Storm.java"), "Storm").start()) {
            List<Integer> hits = Arrays.stream(program.tell("cancelTogether 20000").split(","))
                    .map(Integer::valueOf).toList();
            assertThat(hits.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20_000);
            Watched watched = program.watched();
            assertThat(Patience.until(() -> ended(watched, "Drizzle", Outcome.CANCELLED, 1).matching() == 20_000))
                    .isTrue();

            Map<String, Long> byThread = ended(watched, "Drizzle", Outcome.CANCELLED, 0).tasks().stream()
                    .map(task -> task.ending().cause())
                    .collect(Collectors.groupingBy(Cause::thread, Collectors.counting()));
            for (int i = 0; i < hits.size(); i++) {
                assertThat(byThread.getOrDefault("stormer-" + i, 0L)).as("stormer-%d", i)
                        .isEqualTo(hits.get(i).longValue());
                Task stormer = watched.expectEnding().named("stormer-" + i).once();
                Whereabouts where = watched.whereTerminated(stormer);
                assertThat(where.victims().size() + where.victimsLeft()).isEqualTo(hits.get(i).longValue());
            }
            assertBounded(watched.status());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void aChainOfTenThousandCauses(Setting setting) {
        try (Program program = Launch.of(setting, Sources.of("Storm.java"), "Storm").start()) {
            program.tell("relay " + LINKS);
            Watched watched = program.watched();
            Task youngest = only(watched, "Relay", Outcome.RETURNED);
            assertThat(Patience.until(() -> ended(watched, "Relay", Outcome.CANCELLED, 1).matching() == LINKS))
                    .isTrue();
            List<Task> relays = ended(watched, "Relay", Outcome.CANCELLED, 0).tasks();
            Map<Long, Task> byId = relays.stream().collect(Collectors.toMap(Task::id, Function.identity()));
            assertThat(relays).allMatch(task -> {
                Task canceller = byId.getOrDefault(task.ending().cause().task(), youngest);
                return canceller.id() == task.ending().cause().task() && canceller.parent().task() == task.id();
            });

            Task first = relays.stream().filter(task -> !task.name().equals(task.parent().name())).findFirst()
                    .orElseThrow();
            List<Cause> causes = watched.whereTerminated(first).causes();
            assertThat(causes).extracting(Cause::present).startsWith("returned").endsWith("cancelled");
            assertThat(causes.stream().mapToLong(cause -> 1 + cause.more()).sum()).isEqualTo(LINKS);
            assertThat(causes).hasSizeLessThan(50);
            Cause last = causes.get(causes.size() - 1);
            assertThat(last.task()).isEqualTo(first.ending().cause().task());
            assertThat(byId).containsKey(last.task());

            String text = program.clew().ask(program.pid(), "where-terminated", Long.toString(first.id())).isFine()
                    .out();
            assertThat(text).containsPattern("\\.\\.\\. and 9,9[0-9][0-9] more like this \\(cancel at "
                    + "Storm\\$Relay\\.pass\\(Storm\\.java:[0-9]+\\)\\)")
                    .contains("called cancel on the next one here");
            assertSmall(program, first, 60);
            assertBounded(watched.status());
        }
    }

    private static TaskList ended(Watched watched, String name, Outcome outcome, int limit) {
        return watched.ask(TaskList.class, new Question.PsTerminated(name, List.of(), List.of(outcome), null, limit,
                false, false, false, false));
    }

    /** Waits for the only ending of a name, without having all the others told. */
    private static Task only(Watched watched, String name, Outcome outcome) {
        assertThat(Patience.until(() -> ended(watched, name, outcome, 2).matching() == 1)).as(name).isTrue();
        return ended(watched, name, outcome, 2).tasks().get(0);
    }

    /** What is held is the newest, each with its origin, and the list says how many older ones are not. */
    private static void assertTheOldestLeft(Program program, long heldBefore) {
        Watched watched = program.watched();
        Task oldest = first(watched, "id");
        Task newest = first(watched, "-id");
        long heldAfter = ended(watched, "Drizzle", Outcome.CANCELLED, 1).matching(); // fewer, if the bytes were needed
        assertThat(newest.id() - oldest.id() + 1).isBetween(heldAfter, heldBefore + GAPS);
        assertThat(newest.id()).isGreaterThan(MANY);
        assertThat(oldest.parent().name()).isEqualTo("main");
        OriginStep origin = watched.where(oldest).origin().get(0);
        assertThat(origin.name()).isEqualTo("main");
        if (origin.capture() != Capture.THROTTLED) {
            assertThat(origin.stack()).extracting(Frame::method).contains("queued", "cancelMany");
        }
        assertThat(program.clew().ask(program.pid(), "ps-terminated", "-n", "1").isFine().out().lines().findFirst()
                .orElseThrow()).contains(" older ones are no longer held");
    }

    private static Task first(Watched watched, String sort) {
        return watched.ask(TaskList.class, new Question.PsTerminated("Drizzle", List.of(), List.of(Outcome.CANCELLED),
                sort, 1, false, false, false, false)).tasks().get(0);
    }

    private static void assertBounded(StatusReport status) {
        long bytes = status.memory().stream().mapToLong(StatusReport.Part::bytes).sum();
        assertThat(bytes).as(status.memory().toString()).isLessThan(2 * status.budget());
    }

    /** Both forms of the answer grow with what is different, not with how many there are. */
    private static void assertSmall(Program program, Task task, int kilobytes) {
        String id = Long.toString(task.id());
        assertThat(program.clew().ask(program.pid(), "where-terminated", id, "--json").isFine().out().length())
                .as("characters of JSON").isLessThan(kilobytes * 1_000);
        assertThat(program.clew().ask(program.pid(), "where-terminated", id).isFine().out().lines().count())
                .as("lines").isLessThan(700);
    }
}
