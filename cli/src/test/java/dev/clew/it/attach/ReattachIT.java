// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.attach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Clew;
import dev.clew.it.harness.Jdk;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Sources;
import dev.clew.it.harness.Watched;
import dev.clew.model.Kind;
import dev.clew.model.Task;
import dev.clew.model.answer.Notice;
import dev.clew.monitor.Question;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attaching and detaching can go on for ever. */
class ReattachIT {

    private static final int ROUNDS = 100;

    /** The classes of six attachments, which threads of the pools may keep; a leak would be eighty. */
    private static final long TOLERANCE = 8 << 20;

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void aHundredAttachmentsLeaveNothingBehind(Jdk jdk) throws Exception {
        try (Program program = Launch.of(jdk, Sources.of("Bystander.java"), "Bystander").start()) {
            List<Long> metaspace = new ArrayList<>();
            List<Integer> threads = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                attach(program);
                assertThat(program.tell("sum")).isEqualTo("15");
                program.watched().expectEnding().kind(Kind.POOL).createdBy("main").found();
                detach(program);
                if (round >= 10 && round < 20 || round >= 90) {
                    metaspace.add(Long.parseLong(program.tell("metaspace")));
                    threads.add(Integer.parseInt(program.tell("threads")));
                }
            }
            assertThat(median(metaspace.subList(10, 20))).as("metaspace " + metaspace)
                    .isLessThanOrEqualTo(median(metaspace.subList(0, 10)) + TOLERANCE);
            assertThat(threads.get(threads.size() - 1)).as("threads " + threads)
                    .isLessThanOrEqualTo(threads.get(0) + 8);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Jdks#tested")
    void tasksThatOutliveAnAttachmentKeepNothingOfIt(Jdk jdk) throws Exception {
        try (Program program = Launch.of(jdk, Sources.of("Bystander.java"), "Bystander").start()) {
            List<Long> metaspace = new ArrayList<>();
            for (int round = 0; round < 12; round++) {
                attach(program);
                program.tell("work");
                Task task = program.watched().expectTask().named("Business").createdBy("main").once();
                program.watched().where(task);
                detach(program);
                metaspace.add(Long.parseLong(program.tell("metaspace")));
            }
            assertThat(metaspace.get(11)).as("metaspace " + metaspace).isLessThan(metaspace.get(5) + (1 << 20));
        }
    }

    /** Attaches as the command does, in this process because a hundred processes take a minute. */
    private static void attach(Program program) throws Exception {
        Agents.load(program, Clew.jar(), "dir=" + program.sockets() + ",jar=" + Clew.jar());
    }

    private static void detach(Program program) {
        program.forget();
        try (Watched watched = Watched.at(program.socket())) {
            watched.ask(Notice.class, new Question.Detach());
        }
        assertThat(Detached.is(program)).isTrue();
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
