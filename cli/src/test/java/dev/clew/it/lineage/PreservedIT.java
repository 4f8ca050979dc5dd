// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.PreserveTermination;
import dev.clew.it.harness.Clew;
import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import dev.clew.it.harness.Watched;
import dev.clew.model.Task;
import dev.clew.model.answer.PatternList;
import dev.clew.model.answer.TaskList;
import dev.clew.monitor.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Endings that the code or a pattern preserves outlive the others, and are counted. */
class PreservedIT {

    private static final Path API =
            Path.of(PreserveTermination.class.getProtectionDomain().getCodeSource().getLocation().getPath());

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void theAnnotationPreservesByClassLambdaAndSubmitter(Setting setting) {
        try (Program program = start(setting)) {
            program.tell("audit");
            program.tell("ledger");
            program.tell("pay");
            program.tell("flood 10");
            Watched watched = program.watched();
            assertThat(watched.expectEnding().named("Preserved$NightlyAudit").once().preserved()).isTrue();
            assertThat(watched.expectEnding().named("Preserved lambda").once().preserved()).isTrue();
            assertThat(watched.expectEnding().named("Preserved$Payment").once().preserved()).isTrue();
            assertThat(watched.expectEnding().named("Preserved$Drop").times(10)).noneMatch(Task::preserved);
            assertThat(preserve(watched, null, false).patterns())
                    .containsExactly(new PatternList.Pattern(PatternList.ANNOTATION, "annotation", 3, 0));
            assertThat(watched.status().gaps()).noneMatch(gap -> gap.contains("@PreserveTermination"));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void aFloodPushesNoPreservedEndingOut(Setting setting) {
        try (Program program = start(setting, "memory=1m", "preserve=*$Refund")) {
            program.tell("audit");
            program.tell("ledger");
            program.tell("pay");
            program.tell("refund");
            program.tell("open Refund");
            Watched watched = program.watched();
            watched.expectEnding().named("Preserved$Refund").once();
            program.tell("flood 20000");
            assertThat(preserved(watched)).extracting(Task::name).containsExactlyInAnyOrder("Preserved$NightlyAudit",
                    "Preserved lambda", "Preserved$Payment", "Preserved$Refund");
            assertThat(watched.status().lost()).isPositive();
            assertThat(preserve(watched, null, false).patterns()).containsExactly(
                    new PatternList.Pattern(PatternList.ANNOTATION, "annotation", 3, 0),
                    new PatternList.Pattern("*$Refund", "option", 1, 0));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void aPatternComesAndGoesAtRunTime(Setting setting) throws IOException {
        try (Program program = start(setting)) {
            program.tell("flood 3");
            program.tell("refund");
            Watched watched = program.watched();
            watched.expectEnding().named("Preserved$Drop").times(3);
            Clew clew = program.clew();
            assertThat(clew.ask(program.pid(), "preserve", "*$Refund").isFine().out())
                    .contains("*$Refund", "command");
            preserve(watched, "Preserved.flood", false);
            program.tell("flood 4");
            assertThat(clew.ask(program.pid(), "ps", "-p").isFine().out()).contains("Preserved$Refund");
            program.tell("open Refund");
            assertThat(watched.expectEnding().named("Preserved$Refund").once().preserved()).isTrue();
            watched.expectEnding().named("Preserved$Drop").times(7);
            PatternList list = Clew.parse(PatternList.class, clew.ask(program.pid(), "preserve", "--json").isFine());
            assertThat(list.patterns()).contains(new PatternList.Pattern("*$Refund", "command", 1, 0),
                    new PatternList.Pattern("Preserved.flood", "command", 4, 0));

            clew.ask(program.pid(), "preserve", "--remove", "Preserved.flood").isFine();
            clew.ask(program.pid(), "preserve", "--remove", "Preserved.flood").refused(1, "preserve lists");
            program.tell("flood 2");
            watched.expectEnding().named("Preserved$Drop").times(9);
            assertThat(preserved(watched)).extracting(Task::name).containsExactly("Preserved$Refund");
            Path log = program.sockets().resolve(program.pid() + ".audit");
            assertThat(Files.readAllLines(log)).hasSize(4).allMatch(line -> line.contains(" preserve {\"pattern\":"));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.clew.it.harness.Setting#all")
    void aPatternKeepsItsFirstAndItsNewest(Setting setting) {
        try (Program program = start(setting, "preserve=Drop")) {
            program.tell("flood 5000");
            Watched watched = program.watched();
            List<Task> kept = watched.expectEnding().named("Preserved$Drop").times(1_100);
            PatternList.Pattern drops = preserve(watched, null, false).patterns().get(1);
            assertThat(drops.held()).isEqualTo(1_100);
            assertThat(drops.letGo()).isBetween(1L, 3_900L);
            assertThat(kept).allMatch(Task::preserved);
        }
    }

    private static List<Task> preserved(Watched watched) {
        return watched.ask(TaskList.class, new Question.PsTerminated(null, List.of(), List.of(), null, 0, true, false,
                false, true)).tasks();
    }

    private static PatternList preserve(Watched watched, String pattern, boolean remove) {
        return watched.ask(PatternList.class, new Question.Preserve(pattern, remove));
    }

    private static Program start(Setting setting, String... options) {
        Launch launch = Launch.of(setting, Sources.of("Preserved.java").using(List.of(API)), "Preserved");
        for (String option : options) {
            launch.option(option);
        }
        return launch.start();
    }
}
