// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import dev.clew.model.Parent;
import dev.clew.model.State;
import dev.clew.model.Task;
import dev.clew.model.answer.ActReport;
import dev.clew.model.answer.GroupList;
import dev.clew.model.answer.Notice;
import dev.clew.model.answer.TaskList;
import dev.clew.model.answer.Whereabouts;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Source.Sighting;
import dev.clew.monitor.Story;
import dev.clew.monitor.StorySource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTargetTest {

    private final StorySource source = new StorySource();
    private final SourceTarget target = new SourceTarget(source);

    @Test
    void hidesSystemAndFoldedTasksAndCountsWhatItShows() throws Refusal {
        TaskList list = ps(null, null, 0);

        assertThat(ids(list)).containsExactly(1L, 12L, 42L);
        assertThat(list).extracting(TaskList::total, TaskList::shown, TaskList::folded).containsExactly(3L, 3L, 1L);
    }

    @Test
    void showsSystemAndFoldedTasksWhenAsked() throws Refusal {
        var all = new Question.Ps(null, List.of(), List.of(), null, 0, false, true, true);

        assertThat(ids((TaskList) target.ask(all))).containsExactly(1L, 2L, 12L, 42L, 50L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderjob", "CHECKOUT.order:77", "Checkout.java:77", "pool-2-THREAD-7"})
    void findsTextInAnyCase(String text) throws Refusal {
        assertThat(ids(ps(text, null, 0))).contains(42L).doesNotContain(1L);
    }

    @Test
    void findsTextInTheStackOfTheCreation() throws Refusal {
        assertThat(ids(ps("abstractexecutorservice.submit", null, 0))).containsExactly(12L, 42L);
    }

    @Test
    void countsBeforeAndAfterTheFilterAndTheLimit() throws Refusal {
        TaskList list = ps("checkout", null, 1);

        assertThat(list).extracting(TaskList::total, TaskList::matching, TaskList::shown).containsExactly(3L, 2L, 1L);
    }

    @Test
    void takesATaskFromBeforeTheAttachAsTheOldest() throws Refusal {
        assertThat(ids(ps(null, "-age", 0))).containsExactly(1L, 12L, 42L);
        assertThat(ids(ps(null, "age", 0))).containsExactly(42L, 12L, 1L);
    }

    @Test
    void refusesAnUnknownOrder() {
        assertThatThrownBy(() -> ps(null, "colour", 0)).hasMessage("can't sort by \"colour\"");
    }

    @Test
    void keepsTheFirstOfManyInAnyOrder() throws Refusal {
        long seed = System.nanoTime();
        var random = new SplittableRandom(seed);
        source.live.clear();
        random.longs(5_000, 1, 1_000_000).distinct().forEach(id -> source.live.add(plain(id)));
        List<Long> sorted = source.live.stream().map(seen -> seen.task().id()).sorted().toList();

        assertThat(ids(ps(null, null, 50))).as("seed %d", seed).isEqualTo(sorted.subList(0, 50));
        var last = new ArrayList<>(sorted.subList(sorted.size() - 50, sorted.size()));
        Collections.reverse(last);
        assertThat(ids(ps(null, "-id", 50))).as("seed %d", seed).isEqualTo(last);
    }

    @Test
    void listsPageByPageAndCountsAll() throws Refusal {
        for (int id = 100; id < 130; id++) {
            source.live.add(0, plain(id));
        }
        List<Long> listed = new ArrayList<>();
        long after = 0;
        for (int page = 0; page < 3; page++) {
            var ps = new Question.Ps(null, List.of(), List.of(), null, 15, false, false, false, null, null, after);
            TaskList list = (TaskList) new SourceTarget(source).ask(ps);
            assertThat(list.total()).isEqualTo(33);
            assertThat(list.matching()).isEqualTo(33);
            list.tasks().forEach(task -> listed.add(task.id()));
            after = listed.get(listed.size() - 1);
        }
        assertThat(listed).hasSize(33).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void neverAnswersMoreThanItsMostRows() throws Refusal {
        source.live.clear();
        for (long id = 1; id <= SourceTarget.MOST_ROWS + 5; id++) {
            source.live.add(plain(id));
        }

        TaskList list = ps(null, null, 0);

        assertThat(list.shown()).isEqualTo(SourceTarget.MOST_ROWS);
        assertThat(list.total()).isEqualTo(SourceTarget.MOST_ROWS + 5);
    }

    @Test
    void filtersByConditions() throws Refusal {
        var asked = new Question.Ps(null, List.of(), List.of(), null, 0, false, false, false, "kind:pool or id:42",
                null);

        assertThat(ids((TaskList) target.ask(asked))).containsExactly(12L, 42L);
    }

    @Test
    void countsByWhatTasksHaveInCommon() throws Refusal {
        source.live.add(plain(60));
        source.live.add(plain(61));
        GroupList list = groups("kind", null, null);

        assertThat(list.groups()).extracting(GroupList.Group::key, GroupList.Group::count, GroupList.Group::oldest,
                GroupList.Group::newest).containsExactly(tuple("virtual", 3L, 42L, 61L), tuple("thread", 1L, 1L, 1L),
                tuple("pool", 1L, 12L, 12L));
        assertThat(list.groups().get(0).tally()).containsExactly(new GroupList.Tally("running", 2),
                new GroupList.Tally("waiting", 1));
        assertThat(list).extracting(GroupList::total, GroupList::matching, GroupList::found, GroupList::folded)
                .containsExactly(5L, 5L, 3L, 1L);
    }

    @Test
    void countsASiteAsAFrameAndTellsHowManyHaveNone() throws Refusal {
        assertThat(groups("site", "-kind:pool", null).groups()).extracting(GroupList.Group::site, GroupList.Group::count)
                .containsExactly(tuple(null, 1L), tuple(Story.ORDERING.get(1), 1L));
    }

    @Test
    void asksGroupsHowManyTheyAre() throws Refusal {
        source.live.add(plain(60));
        GroupList list = groups("kind", "live>1", "key");

        assertThat(list.groups()).extracting(GroupList.Group::key).containsExactly("virtual");
        assertThat(list).extracting(GroupList::found, GroupList::shown).containsExactly(3L, 1L);
    }

    @Test
    void makesNoMoreGroupsThanItCanHold() throws Refusal {
        source.live.clear();
        for (long id = 1; id <= Groups.MOST + 7; id++) {
            source.live.add(new Sighting(Story.order(id, Kind.POOL), false, false, List.of()));
        }
        source.live.replaceAll(seen -> named(seen, "task " + seen.task().id()));

        assertThat(groups("name", null, null)).extracting(GroupList::found, GroupList::ungrouped, GroupList::matching)
                .containsExactly((long) Groups.MOST, 7L, Groups.MOST + 7L);
    }

    private static Sighting named(Sighting seen, String name) {
        Task task = seen.task();
        return new Sighting(new Task(task.id(), task.kind(), name, task.state(), task.site(), task.parent(),
                task.createdAt(), task.startedAt(), task.thread(), task.waitingOn(), task.preserved(), task.runs(),
                task.note(), task.ending()), false, false, List.of());
    }

    @Test
    void countsEndingsByError() throws Refusal {
        var asked = new Question.PsTerminated(null, List.of(), List.of(), "key", 0, false, false, false, false, null,
                "error");
        GroupList list = (GroupList) target.ask(asked);

        assertThat(list.groups()).extracting(GroupList.Group::key).containsExactly("java.lang.IllegalStateException",
                "java.util.concurrent.CancellationException", null);
        assertThat(list.dropped()).isEqualTo(1_200);
    }

    @Test
    void refusesGroupsOfAnotherSort() {
        assertThatThrownBy(() -> groups("outcome", null, null)).hasMessage("can't group by \"outcome\"");
        assertThatThrownBy(() -> groups("kind", null, "colour")).hasMessage("can't sort groups by \"colour\"");
    }

    private GroupList groups(String by, String filter, String sort) throws Refusal {
        return (GroupList) target.ask(new Question.Ps(null, List.of(), List.of(), sort, 0, false, false, false, filter,
                by));
    }

    @Test
    void listsTheNewestEndingFirst() throws Refusal {
        var all = new Question.PsTerminated(null, List.of(), List.of(), null, 0, false, false, false, false);
        TaskList list = (TaskList) target.ask(all);

        assertThat(ids(list)).containsExactly(45L, 44L, 43L);
        assertThat(list.dropped()).isEqualTo(1_200);
    }

    @Test
    void findsEndingsByErrorOutcomeAndObservation() throws Refusal {
        assertThat(ended("sqlexception", List.of(), false)).containsExactly(43L);
        assertThat(ended(null, List.of(Outcome.CANCELLED), false)).containsExactly(44L);
        assertThat(ended(null, List.of(), true)).containsExactly(43L);
    }

    @Test
    void tellsWhereALiveTaskIs() throws Refusal {
        var found = (Whereabouts) target.ask(new Question.Where(42));

        assertThat(found.origin()).isEqualTo(Story.origin());
        assertThat(found.stack()).isEqualTo(Story.PARKED);
        assertThat(found.causes()).isEmpty();
    }

    @Test
    void tellsWhoEndedAnEndedTask() throws Refusal {
        var found = (Whereabouts) target.ask(new Question.WhereTerminated(44));

        assertThat(found.causes()).containsExactly(Story.cause());
        assertThat(target.ask(new Question.Where(44))).isEqualTo(found);
    }

    @Test
    void saysWhyThereIsNoStack() throws Refusal {
        var found = (Whereabouts) target.ask(new Question.Where(45));

        assertThat(found.stackNote()).isEqualTo("it ended without an error");
    }

    @Test
    void tellsNeverExistedFromNoLongerHeldAndFromStillAlive() {
        assertRefused(new Question.Where(123), "no task 123; ps shows the live tasks, ps-terminated the ended ones");
        assertRefused(new Question.Where(49), "task 49 ended and is no longer held; start the target with a larger "
                + "history, or preserve such tasks");
        assertRefused(new Question.WhereTerminated(42), "task 42 has not ended; where 42 shows where it is");
        assertRefused(new Question.Cancel(123, 0, null), "no task 123; ps shows the live tasks, ps-terminated the "
                + "ended ones");
    }

    @Test
    void actsThroughTheSource() throws Refusal {
        assertThat(((ActReport) target.ask(new Question.Cancel(42, 500, "stuck"))).done()).isTrue();
        target.ask(new Question.Interrupt(42, null));
        assertThat(target.ask(new Question.Signal("sigterm"))).isEqualTo(new Notice("sent SIGTERM to process 4242"));
        target.ask(new Question.Detach());

        assertThat(source.acts).containsExactly("cancel 42 500 stuck", "interrupt 42 null", "signal TERM", "detach");
    }

    @Test
    void addsAndRemovesPatterns() throws Refusal {
        assertThat(target.ask(new Question.Preserve(null, false))).isEqualTo(source.patterns());
        assertThat(target.ask(new Question.Preserve(" a* ", false))).isEqualTo(source.patterns());
        target.ask(new Question.Preserve("nightly-*", true));

        assertThat(source.acts).containsExactly("preserve a*", "unpreserve nightly-*");
    }

    @Test
    void refusesPatternsThatAreNone() {
        assertRefused(new Question.Preserve("b", true),
                "no pattern \"b\" preserves anything; preserve lists the patterns");
        String length = "a pattern has 1 to 1000 characters; write a part of a site, name or class, or * for all";
        assertRefused(new Question.Preserve(" ", false), length);
        assertRefused(new Question.Preserve("x".repeat(1_001), false), length);
        assertRefused(new Question.Preserve("@PreserveTermination", true), "@PreserveTermination is no pattern: it "
                + "stands in the application's code; change it there, or add a pattern");
    }

    @Test
    void saysWhichSignalsThereAreAndHowToSendTheOneThatTheJvmCant() {
        assertRefused(new Question.Signal("NOPE"),
                "no signal NOPE on this system; HUP, INT, TERM and USR2 are signals");
        assertRefused(new Question.Signal("QUIT"), "signal QUIT can't be sent from inside the JVM; kill -QUIT 4242 "
                + "sends it, and stacktrace all shows the stacks here");
    }

    private void assertRefused(Question question, String line) {
        assertThatThrownBy(() -> target.ask(question))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.line()).isEqualTo(line));
    }

    private TaskList ps(String text, String sort, int limit) throws Refusal {
        return (TaskList) target.ask(new Question.Ps(text, List.of(), List.of(), sort, limit, false, false, false));
    }

    private List<Long> ended(String text, List<Outcome> outcomes, boolean unobserved) throws Refusal {
        return ids((TaskList) target.ask(
                new Question.PsTerminated(text, List.of(), outcomes, null, 0, false, unobserved, false, false)));
    }

    private static Sighting plain(long id) {
        return new Sighting(new Task(id, Kind.VIRTUAL, "t", State.RUNNING, null, Parent.root(), null, null, null, null,
                false, 0, null, null), false, false, List.of());
    }

    private static List<Long> ids(TaskList list) {
        return list.tasks().stream().map(Task::id).toList();
    }
}
