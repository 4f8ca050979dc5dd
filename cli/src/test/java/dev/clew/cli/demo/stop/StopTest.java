// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo.stop;

import static dev.clew.cli.demo.stop.Told.cause;
import static dev.clew.cli.demo.stop.Told.ended;
import static dev.clew.cli.demo.stop.Told.failure;
import static dev.clew.cli.demo.stop.Told.frame;
import static dev.clew.cli.demo.stop.Told.live;
import static dev.clew.cli.demo.stop.Told.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.model.Cause;
import dev.clew.model.Frame;
import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import dev.clew.model.Task;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StopTest {

    private static final Frame JDK = frame("java.util.concurrent.FutureTask", "cancel", 179);

    @Test
    void countsThePileAndNamesItsPlace() throws Exception {
        Frame place = frame("com.example.Feed$Listener", "onMessage", 57);
        List<Task> live = Stream.concat(LongStream.rangeClosed(1, 1_200).mapToObj(id -> live(id, Kind.DELAYED, place)),
                Stream.of(live(2_000, Kind.THREAD, JDK))).toList();

        assertThat(new PileUp().visit(new Told(live, List.of(), List.of())).meaning())
                .first().isEqualTo("1,200 of 1,201 live tasks were created at one place: Feed$Listener.onMessage:57.");
    }

    @Test
    void findsNoPileWhereNoPlaceStandsOut() {
        List<Task> live = LongStream.rangeClosed(1, 9)
                .mapToObj(id -> live(id, Kind.POOL, frame("com.example.A", "a", (int) id % 3))).toList();

        assertThatThrownBy(() -> new PileUp().visit(new Told(live, List.of(), List.of())))
                .isInstanceOf(Missing.class).hasMessage("no place that created most of the live tasks");
    }

    @Test
    void walksTheCausesFromTheVictimOutwards() throws Exception {
        Cause outer = cause(3, JDK, frame("com.example.Boss", "stop", 34));
        Cause inner = cause(2, JDK, frame("com.example.Checkout", "call", 26));
        Task victim = ended(1, Kind.POOL, Outcome.CANCELLED, null, inner);

        Scene scene = new CancelledByCancelled()
                .visit(new Told(List.of(), List.of(victim), List.of(where(victim, outer, inner))));

        assertThat(scene.meaning()).first().isEqualTo("pool task 1 `Work1` was cancelled by pool task 2 `Work2` at "
                + "Checkout.call:26, which had been cancelled by pool task 3 `Work3` at Boss.stop:34.");
        assertThat(scene.exhibits()).extracting(Exhibit::command)
                .containsExactly("ps-terminated --outcome cancelled", "where-terminated 1");
    }

    @Test
    void looksForTheErrorBehindTheError() throws Exception {
        var behind = failure(null, frame("com.example.Report", "assess", 32));
        Task unseen = ended(5, Kind.FUTURE, Outcome.FAILED, failure(behind, JDK), null);

        assertThat(new UnseenFailure().visit(new Told(List.of(), List.of(unseen), List.of(where(unseen)))).meaning())
                .first().asString().contains("failed at Report.assess:32 (IllegalStateException: no oil)");
    }

    @Test
    void namesTheSiblingThatFailedAndThoseThatItsScopeEnded() throws Exception {
        Task failed = ended(3, Kind.SUBTASK, Outcome.FAILED, failure(null, frame("com.example.Trip", "cabin", 44)),
                null);
        Task victim = ended(4, Kind.SUBTASK, Outcome.INTERRUPTED, failure(null, frame("com.example.Trip", "taxi", 50)),
                cause(3, JDK));
        Task other = ended(5, Kind.SUBTASK, Outcome.INTERRUPTED, failure(null, JDK), cause(9, JDK));

        assertThat(new CancelledSiblings()
                .visit(new Told(List.of(), List.of(failed, victim, other), List.of(where(victim)))).meaning())
                .containsExactly("subtask 3 `Work3` failed at Trip.cabin:44 (IllegalStateException: no oil).",
                        "Its scope then ended the siblings 4 (cancel); subtask 4 `Work4` was at Trip.taxi:50.");
    }

    @Test
    void refusesToExplainWhatIsNotThere() {
        Stream.concat(Stop.harbor().stream(), Stream.of(Stop.structured())).forEach(stop ->
                assertThatThrownBy(() -> stop.visit(Told.nothing())).isInstanceOf(Missing.class));
    }
}
