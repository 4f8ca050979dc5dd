// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.model.Capture;
import dev.clew.model.Cause;
import dev.clew.model.Ending;
import dev.clew.model.Failure;
import dev.clew.model.Frame;
import dev.clew.model.Kind;
import dev.clew.model.OriginStep;
import dev.clew.model.Outcome;
import dev.clew.model.Parent;
import dev.clew.model.State;
import dev.clew.model.Task;
import dev.clew.model.answer.Whereabouts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the expectations say when they are not met. */
class ExpectationTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Frame START = new Frame("com.acme.Main", "start", "Main.java", 7);

    private final List<Task> tasks = new ArrayList<>();

    @Test
    void returnsTheTaskThatIsAsExpected() {
        tasks.add(live(1, Kind.THREAD, "main"));
        tasks.add(live(2, Kind.POOL, "Leak"));
        assertThat(task().named("Leak").kind(Kind.POOL).createdBy("main").originFrame("Main.start").once().id())
                .isEqualTo(2);
    }

    @Test
    void saysWhatEachTaskIsInsteadTheNearestFirst() {
        tasks.add(live(1, Kind.THREAD, "main"));
        tasks.add(live(2, Kind.POOL, "Leak"));
        assertThatThrownBy(() -> task().named("Leak").kind(Kind.FUTURE).state(State.WAITING).found()).hasMessage("""
                expected at least one of the live tasks to be named "Leak", of kind future, in state waiting, \
                but none is
                  #2 pool Leak (waiting) is of kind pool
                  #1 thread main (waiting) is named "main", of kind thread""");
    }

    @Test
    void saysWhereATaskWasCreatedInstead() {
        tasks.add(live(2, Kind.POOL, "Leak"));
        assertThatThrownBy(() -> task().named("Leak").originFrame("Main.stop").found()).hasMessage("""
                expected at least one of the live tasks to be named "Leak", \
                with Main.stop in the stack of its creation, but none is
                  #2 pool Leak (waiting) is created at main [Main.start:7]""");
    }

    @Test
    void saysHowATaskEndedInstead() {
        var error = new Failure("java.lang.IllegalStateException", "no tide", List.of(), null);
        var cause = new Cause("cancel", 1L, "main", Kind.THREAD, "running", "main", NOON, List.of(START), null);
        tasks.add(ended(3, new Ending(Outcome.FAILED, NOON, error, false, cause)));
        assertThatThrownBy(() -> ending().outcome(Outcome.CANCELLED).causedBy("pier").observed(true).found())
                .hasMessage("""
                        expected at least one of the ended tasks to be cancelled, ended by "pier", observed, but none is
                          #3 pool Leak (failed) is failed with IllegalStateException: no tide, ended by cancel of main \
                        on main [Main.start:7], observed: false""");
    }

    @Test
    void saysThatThereAreTooMany() {
        tasks.add(live(1, Kind.POOL, "Leak"));
        tasks.add(live(2, Kind.POOL, "Leak"));
        assertThatThrownBy(() -> task().named("Leak").once()).hasMessage("""
                expected exactly one of the live tasks to be named "Leak", but 2 are
                  #1 pool Leak (waiting) is
                  #2 pool Leak (waiting) is""");
        assertThatThrownBy(() -> task().named("Leak").gone()).hasMessageStartingWith(
                "expected none of the live tasks to be named \"Leak\", but 2 are");
    }

    @Test
    void saysThatThereAreNone() {
        assertThatThrownBy(() -> task().named("Leak").times(3)).hasMessage("""
                expected exactly 3 of the live tasks to be named "Leak", but none is
                  there are none at all""");
    }

    @Test
    void asksAgainUntilTheTaskIsThere() {
        var asked = new ArrayList<Integer>();
        var expectation = new TaskExpectation(new Listed("live tasks") {
            @Override
            public List<Task> now() {
                asked.add(asked.size());
                return asked.size() < 3 ? List.of() : List.of(live(9, Kind.TIMER, "Late"));
            }
        }, Duration.ofSeconds(10));
        assertThat(expectation.named("Late").found().id()).isEqualTo(9);
    }

    private TaskExpectation task() {
        return new TaskExpectation(new Listed("live tasks"), Duration.ZERO);
    }

    private EndingExpectation ending() {
        return new EndingExpectation(new Listed("ended tasks"), Duration.ZERO);
    }

    private static Task live(long id, Kind kind, String name) {
        return new Task(id, kind, name, State.WAITING, START, Parent.of(1, "main"), NOON, NOON, null, null, false, 0,
                null, null);
    }

    private static Task ended(long id, Ending ending) {
        return new Task(id, Kind.POOL, "Leak", State.ENDED, START, Parent.of(1, "main"), NOON, NOON, null, null, false,
                0, null, ending);
    }

    /** The tasks of this test. */
    private class Listed implements Tasks {

        private final String what;

        Listed(String what) {
            this.what = what;
        }

        @Override
        public String what() {
            return what;
        }

        @Override
        public List<Task> now() {
            return tasks;
        }

        @Override
        public Whereabouts where(long id) {
            Task task = now().stream().filter(each -> each.id() == id).findFirst().orElseThrow();
            var step = new OriginStep(1L, "main", Kind.THREAD, Capture.EXACT, null, List.of(START), 0);
            return new Whereabouts(task, List.of(step), List.of(), null, List.of(), List.of(), List.of(),
                    List.of(), 0, List.of(), 0);
        }
    }
}
