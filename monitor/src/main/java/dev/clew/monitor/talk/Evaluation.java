// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.talk;

import dev.clew.model.answer.ConsoleReport;
import dev.clew.model.answer.ConsoleResult;
import dev.clew.model.json.Json;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import dev.clew.monitor.command.Form;
import dev.clew.monitor.command.Request;
import dev.clew.monitor.text.ConsoleText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Runs statements in a target, and shows the values that they come to.
 *
 * @param target where they run
 * @param output where values go
 */
record Evaluation(Target target, Output output) {

    private static final Duration MOMENT = Duration.ofMillis(10);

    int run(Request.Evaluate asked) throws Refusal {
        boolean json = asked.form() instanceof Form.Json;
        var printed = new StringBuilder();
        List<ConsoleReport> reports = new ArrayList<>();
        List<ConsoleResult> results = new ArrayList<>();
        try (JavaTalk console = JavaTalk.open(target, asked.loader(),
                json ? printed::append : output::part)) {
            console.listen(console.start(), report -> results.addAll(report.results()), () -> false);
            console.listen(console.run(asked.source()), report -> {
                reports.add(report);
                results.addAll(report.results());
                if (!json) {
                    report.results().forEach(this::show);
                }
            }, stop(new Limit(asked.limit())));
        }
        if (json) {
            ConsoleReport last = reports.get(reports.size() - 1);
            output.answer(Json.write(new ConsoleReport(last.session(), "closed", last.loader(), printed.toString(),
                    reports.stream().mapToLong(ConsoleReport::dropped).sum(), results)) + "\n");
        }
        return results.stream().allMatch(ConsoleResult::fine) ? 0 : 1;
    }

    /** Stops for the limit, or for somebody at the other end. */
    private BooleanSupplier stop(Limit limit) {
        return () -> output.stopped(MOMENT) || limit.over();
    }

    private void show(ConsoleResult result) {
        if (!result.fine()) {
            output.refuse("clew: " + ConsoleText.failure(result));
        } else if (result.outcome().equals("value")) {
            output.answer(ConsoleText.value(result));
        }
    }

    /** Tells once when a length of time is over. */
    private static final class Limit {

        private final long end;
        private boolean told;

        Limit(Duration length) {
            end = length == null ? Long.MAX_VALUE : System.nanoTime() + length.toNanos();
        }

        boolean over() {
            boolean now = !told && end != Long.MAX_VALUE && System.nanoTime() - end > 0;
            told |= now;
            return now;
        }
    }
}
