// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import dev.clew.it.harness.Watched;
import dev.clew.model.Outcome;
import dev.clew.model.Task;
import dev.clew.model.Victim;
import dev.clew.model.answer.Whereabouts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a task ended is told with it: who stopped, who did not, and how many there are. */
class FanOutIT {

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void aCancellerShowsWhoStoppedAndWhoRunsOn(Setting setting) {
        try (Program program = start(setting)) {
            program.tell("cancelThree");
            Watched watched = program.watched();
            Task canceller = watched.expectTask().named("FanOut$Canceller").once();
            watched.expectEnding().named("FanOut$Obedient").outcome(Outcome.CANCELLED).once();

            Whereabouts where = watched.where(canceller);
            assertThat(where.victims()).as(where.victims().toString()).extracting(Victim::name)
                    .containsExactly("FanOut$Obedient", "FanOut$Stubborn", "swallower");
            assertThat(where.victimsLeft()).isZero();
            assertThat(where.victims()).extracting(Victim::act).containsExactly("cancel", "cancel", "interrupt");
            assertThat(where.victims()).extracting(Victim::outcome)
                    .containsExactly(Outcome.CANCELLED, Outcome.CANCELLED, null);
            assertThat(where.victims().get(1).running()).isTrue();
            assertThat(where.victims().get(1).thread()).startsWith("pool-");
            assertThat(where.victims().get(2).running()).isTrue();
            assertThat(text(program, "where", canceller)).contains("WHAT IT ENDED: 3 tasks",
                    "cancelled, its code still runs after", "by interrupt: interrupted, still running after");

            program.tell("open Stubborn");
            program.tell("open swallower");
            program.tell("open Canceller");
            watched.expectTask().named("swallower").gone();
            watched.expectEnding().named("FanOut$Canceller").once();
            watched.expectEnding().named("FanOut$Stubborn").once();
            Whereabouts later = stopped(watched, canceller);
            assertThat(later.victims()).as(later.victims().toString()).hasSize(3)
                    .allMatch(victim -> !victim.running() && victim.stoppedAfterMicros() != null);
            assertThat(later.victims().get(2).outcome()).isEqualTo(Outcome.RETURNED);
            assertThat(text(program, "where-terminated", canceller))
                    .contains("by interrupt: returned, its code stopped after").doesNotContain("still run");
        }
    }

    private static Whereabouts stopped(Watched watched, Task canceller) {
        Whereabouts found = watched.whereTerminated(canceller);
        for (int i = 0; i < 200 && found.victims().stream().anyMatch(Victim::running); i++) {
            found = watched.whereTerminated(canceller);
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void aStormOfCancelsStaysReadable(Setting setting) {
        try (Program program = start(setting)) {
            program.tell("storm 2000");
            Watched watched = program.watched();
            watched.expectEnding().named("FanOut$Drizzle").outcome(Outcome.CANCELLED).times(2_000);
            Task stormer = watched.expectEnding().named("FanOut$Stormer").once();

            Whereabouts where = watched.whereTerminated(stormer);
            assertThat(where.victims()).hasSize(100).noneMatch(Victim::running)
                    .allMatch(victim -> victim.stoppedAfterMicros() == null);
            assertThat(where.victimsLeft()).isEqualTo(1_900);
            long first = where.victims().get(0).task();
            long last = where.victims().get(99).task();
            assertThat(last - first).isGreaterThanOrEqualTo(1_999); // a thread that starts meanwhile takes an id too
            assertThat(text(program, "where", stormer)).contains("WHAT IT ENDED: 2,000 tasks",
                    "pool task `FanOut$Drizzle`, 100 times from " + first + " to " + last
                            + ", by cancel: cancelled\n", "... and 1,900 more between the first and the newest");
        }
    }

    private static Program start(Setting setting) {
        return Launch.of(setting, Sources.of("FanOut.java"), "FanOut").start();
    }

    private static String text(Program program, String command, Task task) {
        return program.clew().ask(program.pid(), command, Long.toString(task.id())).isFine().out();
    }
}
