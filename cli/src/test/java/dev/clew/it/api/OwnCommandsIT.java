// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.clew.it.harness.Clew;
import dev.clew.it.harness.Finished;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Setting;
import dev.clew.model.answer.ChoiceList;
import dev.clew.model.answer.CommandAnswer;
import dev.clew.monitor.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands of the application are asked for as Clew's own are, and can hurt nobody. */
class OwnCommandsIT {

    private static final String ALL = "dev.clew.it.harness.Setting#all";

    private static Program start(Setting setting) {
        Program program = Launch.of(setting, Guide.program(), "Guided").option("name=shop").start();
        program.tell("offer");
        return program;
    }

    private static Finished ask(Program program, String... words) {
        return program.clew().ask(program.pid(), words);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void areListedAndRun(Setting setting) throws IOException {
        try (Program program = start(setting)) {
            assertThat(ask(program, "help").isFine().out()).contains("Commands of the application:")
                    .containsPattern("\n  orders +lists the open orders\n").containsPattern("\n  stock +tells what is in")
                    .contains("! the application's command ps is left out: Clew has one of that name");
            assertThat(ask(program, "help", "order").isFine().out()).contains("order", "--pieces PIECES", "nails, rope");
            assertThat(ask(program, "order", "rope", "--pieces", "3").isFine().out()).isEqualTo("took order 1\n");
            assertThat(ask(program, "order", "nails").isFine().out()).isEqualTo("took order 2\n");
            assertThat(ask(program, "orders").isFine().out()).containsPattern("NUMBER +GOODS +PIECES\n")
                    .containsPattern(" 1 +rope +3\n").containsPattern(" 2 +nails +1\n");
            CommandAnswer orders = Clew.parse(CommandAnswer.class, ask(program, "orders", "--json").isFine());
            assertThat(orders.columns()).containsExactly("number", "goods", "pieces");
            assertThat(orders.rows().get(0)).contains(entry("number", 1L), entry("goods", "rope"), entry("pieces", 3L));
            assertThat(ask(program, "stock", "--csv").isFine().out()).isEqualTo("rope\n12\n");
            assertThat(ask(program, "echo", "a b", "--", "--c").isFine().out()).isEqualTo("a b|--c\n");
            assertThat(ask(program, "ps").isFine().out()).contains("task\n", "main").doesNotContain("never");
            assertThat(program.watched().ask(ChoiceList.class, new Question.Complete("order", List.of("n"))).choices())
                    .containsExactly("nails");
            assertThat(Files.readString(program.sockets().resolve(program.pid() + ".audit")))
                    .contains("\"command\":\"order\"").doesNotContain("\"command\":\"orders\"");
            assertThat(program.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void thatGoWrongAreToldOnOneLine(Setting setting) {
        try (Program program = start(setting)) {
            ask(program, "fail").refused(1, "command fail failed: java.lang.IllegalStateException: on purpose",
                    "at Guided.fail:");
            ask(program, "hang").refused(1, "command hang is not over within 500 ms");
            ask(program, "order", "tar").refused(2, "order: goods is one of nails, rope, not \"tar\"");
            ask(program, "order", "rope", "--pieces", "many").refused(2, "pieces is a whole number, not \"many\"");
            ask(program, "order").refused(2, "order");
            ask(program, "stok").refused(2, "no such command \"stok\", did you mean stock?");
            program.watched().expectTask().named("command hang").gone();
            assertThatThrownBy(() -> program.watched().target().ask(new Question.Run("order", List.of("--", "rope"), true)))
                    .hasMessageContaining("command order may change something");
            assertThat(ask(program, "orders").isFine().err()).isEmpty();
            assertThat(program.tell("sum")).isEqualTo("3");
            assertThat(program.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void thatHeedNoInterruptGoOnAlone(Setting setting) {
        try (Program program = start(setting)) {
            ask(program, "spin").refused(1, "command spin is not over within 500 ms; its thread has been interrupted; "
                    + "ps \"command spin\" shows it");
            program.watched().expectTask().named("command spin").found();
            assertThat(ask(program, "ps", "\"command spin\"").isFine().out()).contains("thread", "running", "command spin");
            assertThat(ask(program, "echo", "hello").isFine().out()).isEqualTo("hello\n");
            program.tell("open spin");
            program.watched().expectTask().named("command spin").gone();
            assertThat(program.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void outliveADetachment(Setting setting) {
        try (Program program = start(setting)) {
            ask(program, "order", "rope").isFine();
            program.forget();
            ask(program, "detach").isFine();
            program.clew().attach(program.pid()).isFine();
            assertThat(ask(program, "order", "nails").isFine().out()).isEqualTo("took order 2\n");
            assertThat(ask(program, "stock").isFine().out()).contains("12");
            assertThat(program.complaints()).isEmpty();
        }
    }
}
