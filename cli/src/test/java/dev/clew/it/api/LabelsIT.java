// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.clew.it.harness.Clew;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Setting;
import dev.clew.model.Task;
import dev.clew.model.answer.TaskList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tasks of one place are told apart by what the application says of them. */
class LabelsIT {

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void areShownFilteredAndKept(Setting setting) {
        try (Program program = Launch.of(setting, Guide.program(), "Guided").start()) {
            program.tell("deliver 17");
            program.tell("deliver 18");
            TaskList both = list(program, "ps", "name=delivery", "--json");
            assertThat(both.tasks()).hasSize(2).extracting(Task::site).containsOnly(both.tasks().get(0).site());
            assertThat(only(program, "ps", "label:order=17", "--json").labels())
                    .containsExactly(entry("order", "17"), entry("phase", "transport"));
            assertThat(list(program, "ps", "label:transport", "--json").tasks()).hasSize(2);
            assertThat(list(program, "ps", "label:order=19", "--json").tasks()).isEmpty();
            assertThat(program.clew().ask(program.pid(), "ps", "label:order=18").isFine().out())
                    .contains("LABELS", "delivery", "order=18 phase=transport");

            program.tell("open 17");
            Task ended = program.watched().expectEnding().named("delivery").once();
            assertThat(ended.labels()).containsExactly(entry("order", "17"));
            assertThat(only(program, "ps-terminated", "label:order=17", "--json").id()).isEqualTo(ended.id());
            assertThat(list(program, "ps-terminated", "label:phase", "--json").tasks()).isEmpty();
            assertThat(only(program, "ps", "name=delivery", "--json").labels()).containsEntry("order", "18");
            assertThat(program.complaints()).isEmpty();
        }
    }

    private static TaskList list(Program program, String... words) {
        return Clew.parse(TaskList.class, program.clew().ask(program.pid(), words).isFine());
    }

    private static Task only(Program program, String... words) {
        TaskList list = list(program, words);
        assertThat(list.tasks()).hasSize(1);
        return list.tasks().get(0);
    }
}
