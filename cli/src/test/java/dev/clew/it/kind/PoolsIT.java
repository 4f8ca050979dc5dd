// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.it.harness.Launch;
import dev.clew.it.harness.Patience;
import dev.clew.it.harness.Program;
import dev.clew.it.harness.Setting;
import dev.clew.it.harness.Sources;
import dev.clew.model.Task;
import dev.clew.model.View;
import dev.clew.model.answer.GroupList.Tally;
import dev.clew.model.answer.Overview;
import dev.clew.model.answer.PoolList.Pool;
import dev.clew.monitor.Question;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of executors, and how endings are counted. */
class PoolsIT {

    private static final Sources SOURCES = Sources.of("Marina.java");

    static List<Setting> settings() {
        return Setting.all().toList();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void tellsOfPoolsWhatIsTrueOfThem(Setting setting) {
        try (Program program = Launch.of(setting, SOURCES, "Marina").start()) {
            program.tell("busy");
            Task ship = program.watched().expectTask().named("Ship").found();

            Pool quay = pool(program, "quay-1-berth-*");
            assertThat(quay).isEqualTo(new Pool("quay-1-berth-*", "ThreadPoolExecutor", "running", 2, 2, 2L, 3L, 3L,
                    quay.oldest()));
            assertThat(quay.oldest()).isGreaterThanOrEqualTo(ship.id());
            Pool locks = pool(program, "ForkJoinPool-");
            assertThat(locks).extracting("type", "state", "busy", "most", "ended")
                    .containsExactly("ForkJoinPool", "running", 1L, 2L, null);
            Pool tugs = pool(program, "tug-*");
            assertThat(tugs).isEqualTo(new Pool("tug-*", null, null, 2, 2, null, null, null, tugs.oldest()));

            program.tell("open Ship");
            assertThat(Patience.until(() -> pool(program, "quay").ended() == 8)).isTrue();
            assertThat(pool(program, "quay")).extracting("busy", "queued", "oldest").containsExactly(0L, 0L, null);
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void countsFailures(Setting setting) {
        try (Program program = Launch.of(setting, SOURCES, "Marina").start()) {
            Overview before = overview(program);
            for (int i = 0; i < 3; i++) {
                program.tell("fail");
            }
            assertThat(Patience.until(() -> failed(overview(program)) == 3)).isTrue();
            assertThat(failed(before)).isZero();
            assertThat(overview(program).ended()).isGreaterThanOrEqualTo(before.ended() + 3);
            assertThat(overview(program).created()).isGreaterThanOrEqualTo(before.created() + 3);
        }
    }

    private static long failed(Overview overview) {
        return overview.outcomes().stream().filter(each -> each.word().equals("failed")).mapToLong(Tally::count).sum();
    }

    private static Pool pool(Program program, String name) {
        return overview(program).pools().pools().stream().filter(pool -> pool.name().startsWith(name)).findFirst()
                .orElseThrow(() -> new AssertionError(name + " in " + overview(program).pools()));
    }

    private static Overview overview(Program program) {
        return program.watched().ask(Overview.class,
                new Question.Overview(View.POOLS, 0, null, null, null, 0, 100, false, false));
    }
}
