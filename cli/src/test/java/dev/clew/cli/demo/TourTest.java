// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo;

import static dev.clew.cli.demo.stop.Told.ended;
import static dev.clew.cli.demo.stop.Told.failure;
import static dev.clew.cli.demo.stop.Told.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.cli.demo.stop.Stop;
import dev.clew.cli.demo.stop.Told;
import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import dev.clew.model.Task;
import dev.clew.monitor.Target;
import dev.clew.monitor.text.Screen;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TourTest {

    private static final Stop CLOCK = stop("A periodic task that died");
    private static final Stop PROMISE = stop("A promise that nobody keeps");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);

    @Test
    void showsAStopWithItsCommandsAnswersAndMeaning() throws IOException {
        assertThat(tour(new Audience.Paper(print), CLOCK)).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""

                1/1  A periodic task that died
                ==============================
                From outside: A heartbeat has stopped. Its scheduler is alive, its thread is idle, and no error
                was logged.

                $ clew ps-terminated --kind periodic
                1 ended task; ! means nobody looked at the failure
                ID  KIND      NAME   OUTCOME   ERROR                          DURATION     ENDED  SITE
                 7  periodic  Work7  ! failed  IllegalStateException: no oil      1.0s  5.0s ago  Start.go:9

                $ clew where-terminated 7
                periodic task 7 `Work7`, failed 5.0s ago after 1.0s, 3 runs
                Stacks show the innermost frame first.

                WHO ENDED IT, outermost first

                Nobody: it ended by itself.

                WHERE IT CAME FROM, root first

                periodic task 7 `Work7` is a root: no task created it.

                HOW IT ENDED

                periodic task 7 `Work7` failed on thread `clock-1` with
                java.lang.IllegalStateException: no oil
                    at java.util.ArrayDeque.remove(ArrayDeque.java:523)
                    at com.example.Light.flash(Light.java:36)
                Nobody has looked at this failure.
                This was run 3, and it will not run again.

                  > Periodic task 7 `Work7` threw on run 3, at Light.flash:36 (IllegalStateException: no oil).
                  > An executor never runs a periodic task again once it has thrown, and nobody asked its
                    future. It was scheduled at Start.go:9.
                """);
    }

    @Test
    void saysWhatItDidNotFindAndGoesOn() throws IOException {
        assertThat(tour(new Audience.Paper(print), PROMISE, CLOCK)).isEqualTo(1);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("1/2  A promise that nobody keeps", "Not found here: no promise that is not completed.",
                        "2/2  A periodic task that died", "Light.flash:36");
    }

    @Test
    void endsWhereItsVisitorLeaves() throws IOException {
        var visitor = new Visitor(new BufferedReader(new StringReader("\nq\n")), print, 96, 12);

        assertThat(tour(visitor, CLOCK, CLOCK)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("WHO ENDED IT").doesNotContain("HOW IT ENDED", "2/2");
    }

    private int tour(Audience audience, Stop... stops) throws IOException {
        Task dead = ended(7, Kind.PERIODIC, Outcome.FAILED,
                failure(null, frame("java.util.ArrayDeque", "remove", 523), frame("com.example.Light", "flash", 36)),
                null);
        var host = new Near(new Told(List.of(), List.of(dead), List.of(Told.where(dead))));
        var screen = new Screen(96, Clock.fixed(Told.NOON.plusSeconds(5), ZoneOffset.UTC));
        List<Tour.Leg> legs = Stream.of(stops).map(stop -> new Tour.Leg(stop, host)).toList();
        return new Tour(legs, screen, audience).walk();
    }

    private static Stop stop(String title) {
        return Stop.harbor().stream().filter(stop -> stop.title().equals(title)).findFirst().orElseThrow();
    }

    private record Near(Target target) implements Host {

        @Override
        public String program() {
            return "clew";
        }
    }
}
