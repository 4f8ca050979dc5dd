// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.model.answer.StatusReport;
import java.time.Instant;
import java.util.List;

/**
 * What Clew does in a target.
 *
 * @param width how many columns there are
 * @param now the present
 */
record StatusText(int width, Instant now) {

    String text(StatusReport status) {
        var text = new StringBuilder();
        line(text, "watching", status.mainClass() + " (process " + status.pid() + ", " + status.name() + ")");
        line(text, "JDK", status.jdk());
        line(text, "Clew", status.clew() + ", protocol " + status.protocol());
        line(text, "since", Age.moment(status.since()) + " (" + Age.between(status.since(), now) + "), " + mode(status.mode()));
        line(text, "tasks", Count.number(status.live()) + " live, " + Count.number(status.ended()) + " ended, "
                + Count.number(status.kept()) + " endings held, " + Count.number(status.lost()) + " no longer held");
        line(text, "throttled", Count.of(status.throttled(), "creation") + " counted without a stack");
        long held = status.memory().stream().mapToLong(StatusReport.Part::bytes).sum();
        line(text, "memory", Count.bytes(held) + " of at most " + Count.bytes(status.budget())
                + (status.memory().isEmpty() ? "" : ": " + parts(status.memory())));
        line(text, "own CPU time", Count.number(status.selfCost()) + "ms");
        if (!status.costs().isEmpty()) {
            line(text, "hooks' time", String.join(", ", status.costs().stream().map(StatusText::cost).toList()));
        }
        list(text, "listening", status.listening().stream().map(place -> place(place, status.door())).toList());
        list(text, "not covered", status.gaps());
        return text.append('\n').append(hooks(status.hooks())).toString();
    }

    private static String place(String place, StatusReport.Door door) {
        return door == null || !door.address().equals(place) ? place
                : place + " (" + door.role() + "; the token is in " + door.tokenFile() + ")";
    }

    private static String cost(StatusReport.Cost cost) {
        return Count.number(cost.nanos()) + " ns for each " + cost.event() + " (mean of "
                + Count.number(cost.sampled()) + ")";
    }

    private static String mode(String mode) {
        return mode.equals("start") ? "from the start of the JVM" : "attached while it ran";
    }

    private static String parts(List<StatusReport.Part> parts) {
        return String.join(", ", parts.stream().map(part -> part.name() + " " + Count.bytes(part.bytes())).toList());
    }

    private String hooks(List<StatusReport.Hook> hooks) {
        if (hooks.isEmpty()) {
            return "no hooks\n";
        }
        var table = new Table(Column.soft("HOOK", 20, 1), Column.fixed("STATE"), Column.number("FIRED"),
                Column.number("FAILED"));
        hooks.forEach(hook -> table.row(hook.name(), hook.state(), Count.number(hook.fired()),
                Count.number(hook.failed())));
        return table.render(width);
    }

    private static void list(StringBuilder text, String label, List<String> entries) {
        if (entries.isEmpty()) {
            line(text, label, "nothing");
        }
        for (int i = 0; i < entries.size(); i++) {
            line(text, i == 0 ? label : "", entries.get(i));
        }
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append(String.format("%-14s", label)).append(Plain.line(value)).append('\n');
    }
}
