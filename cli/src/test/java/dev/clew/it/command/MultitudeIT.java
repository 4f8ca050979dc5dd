// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Clew;
import dev.clew.it.harness.Finished;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import dev.clew.model.Task;
import dev.clew.model.answer.TaskList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A list of very many tasks comes as a stream: the target holds one page of it, whoever asks. */
class MultitudeIT {

    private static final int MANY = 60_000;
    private static final String HEAP = "-Xmx128m";

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#withVirtualThreads")
    void everyTaskIsListedOnceThoughTheHeapIsSmall(Setting setting) {
        try (Program program = Launch.of(setting, Sources.of("Multitude.java"), "Multitude").jvm(HEAP)
                .option("memory=8m").start()) {
            program.tell("park " + MANY);
            program.tell("churn");
            long before = Long.parseLong(program.tell("used"));

            Finished asked = program.clew().ask(program.pid(), "ps", "--json", "--kind", "virtual");
            TaskList list = Clew.parse(TaskList.class, asked.isFine());
            assertThat(list.total()).isGreaterThanOrEqualTo(MANY);
            assertThat(list.shown()).isEqualTo(list.tasks().size());
            List<Task> parked = list.tasks().stream().filter(task -> "Multitude lambda".equals(task.name())).toList();
            assertThat(parked.stream().map(Task::id).collect(Collectors.toSet())).hasSize(MANY);
            assertThat(parked).allMatch(task -> task.site() == null ? "throttled".equals(task.note())
                    : task.site().method().equals("park")).anyMatch(task -> task.site() != null);
            assertThat(list.tasks()).isSortedAccordingTo((a, b) -> Long.compare(a.id(), b.id()));

            long lines = program.clew().ask(program.pid(), "ps", "--csv", "--kind", "virtual").isFine().out().lines()
                    .count();
            assertThat(lines).isGreaterThanOrEqualTo(MANY);
            assertThat(Long.parseLong(program.tell("used")) - before).as("megabytes that stay").isLessThan(20);
            assertThat(program.complaints()).isEmpty();
        }
    }
}
