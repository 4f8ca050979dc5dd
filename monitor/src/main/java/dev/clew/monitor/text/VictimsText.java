// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import dev.clew.model.Victim;
import dev.clew.model.answer.Whereabouts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a task ended or asked to stop, a line for each, or for many that are alike.
 *
 * @param now the present
 */
record VictimsText(Instant now) {

    private static final int APART = 5;

    /** What victims of one line have in common. */
    private record Alike(Kind kind, String name, String act, Outcome outcome, boolean running) {

        static Alike of(Victim victim) {
            return new Alike(victim.kind(), victim.name(), victim.act(), victim.outcome(), victim.running());
        }
    }

    void victims(StringBuilder text, Whereabouts found) {
        long all = found.victims().size() + found.victimsLeft();
        if (all == 0) {
            return;
        }
        text.append("\nWHAT IT ENDED: ").append(Count.of(all, "task")).append("\n\n");
        Map<Alike, List<Victim>> groups = new LinkedHashMap<>();
        found.victims().forEach(victim ->
                groups.computeIfAbsent(Alike.of(victim), absent -> new ArrayList<>()).add(victim));
        for (Victim victim : found.victims()) {
            List<Victim> alike = groups.get(Alike.of(victim));
            if (alike.size() <= APART) {
                line(text, Labels.task(victim.kind(), victim.task(), victim.name()), List.of(victim));
            } else if (alike.get(0) == victim) {
                line(text, Labels.task(victim.kind(), null, victim.name()) + ", " + Count.number(alike.size())
                        + " times from " + victim.task() + " to " + alike.get(alike.size() - 1).task(), alike);
            }
        }
        if (found.victimsLeft() > 0) {
            text.append("... and ").append(Count.number(found.victimsLeft()))
                    .append(" more between the first and the newest\n");
        }
    }

    private void line(StringBuilder text, String who, List<Victim> alike) {
        Victim victim = alike.get(0);
        text.append(who).append(", by ").append(Plain.line(victim.act() == null ? "unknown" : victim.act()))
                .append(": ").append(victim.outcome() == null ? asked(victim.act()) : victim.outcome().word())
                .append(rest(alike)).append('\n');
    }

    private static String asked(String act) {
        return act != null && act.endsWith("cancel") ? "cancelled" : "interrupted";
    }

    private String rest(List<Victim> alike) {
        Victim victim = alike.get(0); // the first one was asked longest ago
        String most = alike.size() == 1 ? " after " : " after up to ";
        if (victim.running()) {
            String thread = alike.size() > 1 || victim.thread() == null || victim.thread().equals(victim.name()) ? ""
                    : " on " + Plain.line(victim.thread());
            return (victim.outcome() == null ? ", still running" : ", its code still runs")
                    + most + Age.between(victim.at(), now) + thread;
        }
        Long micros = alike.stream().map(Victim::stoppedAfterMicros).filter(Objects::nonNull)
                .max(Comparator.naturalOrder()).orElse(null);
        return (micros == null ? "" : ", its code stopped" + most + Age.of(Duration.ofNanos(micros * 1_000)))
                + (victim.outcome() == null ? ", it lives on" : "");
    }
}
