// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import dev.clew.it.harness.Watched;
import dev.clew.model.Frame;
import dev.clew.model.Kind;
import dev.clew.model.OriginStep;
import dev.clew.model.State;
import dev.clew.model.Task;
import dev.clew.model.answer.Whereabouts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A chain of creations is shown root first, whatever becomes of those who created. */
class LineageIT {

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void aThreadShowsAllItsStacksRootFirstAlsoAfterEachUpperOneWasCollected(Setting setting) {
        try (Program program = Launch.of(setting, Sources.of("Voyage.java"), "Voyage").start()) {
            program.tell("depart");
            Watched watched = program.watched();
            Task pilot = watched.expectTask().named("pilot").createdBy("Loading").state(State.WAITING)
                    .kind(setting.jdk().hasVirtualThreads() ? Kind.VIRTUAL : Kind.THREAD).once();
            assertFourStacks(watched, pilot);
            String before = stacks(watched.where(pilot));

            program.tell("open Loading");
            program.tell("dismissCranes");
            program.tell("collect");
            watched.expectTask().named("Loading").gone();
            assertFourStacks(watched, pilot);

            program.tell("open Preparing");
            program.tell("dismissTimetable");
            program.tell("collect");
            watched.expectTask().named("Preparing").gone();
            assertFourStacks(watched, pilot);
            assertThat(stacks(watched.where(pilot))).isEqualTo(before);

            program.tell("open pilot");
            watched.expectTask().named("pilot").gone();
            program.tell("collect");
            Task ended = watched.expectEnding().named("pilot").createdBy("Loading").once();
            assertThat(stacks(watched.where(ended))).isEqualTo(before);
        }
    }

    private static void assertFourStacks(Watched watched, Task pilot) {
        Whereabouts where = watched.where(pilot);
        List<OriginStep> steps = where.origin();
        steps = steps.subList(steps.size() - 3, steps.size());
        assertThat(steps).extracting(OriginStep::name).containsExactly("main", "Voyage$Preparing", "Voyage$Loading");
        assertThat(steps).extracting(OriginStep::kind).containsExactly(Kind.THREAD, Kind.DELAYED, Kind.POOL);
        assertHas(steps.get(0).stack(), "Voyage.depart");
        assertHas(steps.get(1).stack(), "Voyage$Preparing.run");
        assertHas(steps.get(2).stack(), "Voyage$Loading.run");
        assertHas(where.stack(), "Voyage$Piloting.run");
    }

    private static void assertHas(List<Frame> stack, String method) {
        assertThat(stack).extracting(frame -> frame.className() + '.' + frame.method()).contains(method);
    }

    private static String stacks(Whereabouts where) {
        return where.origin().toString();
    }
}
