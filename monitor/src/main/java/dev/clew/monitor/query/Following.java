// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.model.Task;
import dev.clew.model.answer.TaskList;
import dev.clew.monitor.Question;
import dev.clew.monitor.Refusal;
import dev.clew.monitor.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells which tasks came and which ended since the last look; one that came and ended in between has only ended.
 *
 * <p>Each look asks for what is younger than the time since the last one, and a margin: what was told is not told again.
 */
public final class Following {

    private static final int MOST = 2_000;
    private static final long MARGIN_MILLIS = 2_000;

    private final Target target;
    private final String filter;
    private final boolean system;
    private final boolean live;
    private final boolean ended;
    private Set<Long> came = new HashSet<>();
    private Set<Long> gone = new HashSet<>();
    private long looked;

    /**
     * What happened to a task.
     *
     * @param event {@code came} or {@code ended}
     * @param at when; null if that is not known
     * @param task the task
     */
    public record Event(String event, Instant at, Task task) {}

    /**
     * What a look found.
     *
     * @param events what happened, oldest first
     * @param missed how many more there were than one look takes
     */
    public record Look(List<Event> events, long missed) {}

    private Following(Target target, String filter, boolean system) throws Refusal {
        this.target = target;
        this.filter = filter == null || filter.isBlank() ? "" : "(" + filter + ") ";
        this.system = system;
        this.live = asksOf(filter, false);
        this.ended = asksOf(filter, true);
        if (!live && !ended) {
            Query.parse(filter, false, false);
        }
        looked = System.nanoTime();
        look();
    }

    /**
     * Begins to follow: what is there already is not told.
     *
     * @param filter which tasks; one that asks for an outcome, an error or a cause is about ended ones alone
     * @throws Refusal if the filter means nothing
     */
    public static Following begin(Target target, String filter, boolean system) throws Refusal {
        return new Following(target, filter, system);
    }

    private static boolean asksOf(String filter, boolean ended) {
        try {
            Query.parse(filter, ended, false);
            return true;
        } catch (Refusal e) {
            return false; // the other one may fit; if neither does, it is refused
        }
    }

    /** Looks what happened since the last look. */
    public Look look() throws Refusal {
        long now = System.nanoTime();
        long millis = (now - looked) / 1_000_000 + MARGIN_MILLIS;
        looked = now;
        List<Event> events = new ArrayList<>();
        long missed = 0;
        if (live) {
            var list = (TaskList) target.ask(new Question.Ps(null, List.of(), List.of(), "-id", MOST, false, system,
                    false, filter + "age<" + millis + "ms", null));
            came = tell(events, "came", came, list.tasks());
            missed += list.matching() - list.shown();
        }
        if (ended) {
            var list = (TaskList) target.ask(new Question.PsTerminated(null, List.of(), List.of(), null, MOST, false,
                    false, system, false, filter + "ended<" + millis + "ms", null));
            gone = tell(events, "ended", gone, list.tasks());
            missed += list.matching() - list.shown();
        }
        events.sort(Comparator.comparing(Event::at, Comparator.nullsFirst(Comparator.naturalOrder())));
        return new Look(events, missed);
    }

    /** Adds what was not told before, and returns what need not be told at the next look. */
    private static Set<Long> tell(List<Event> events, String event, Set<Long> told, List<Task> tasks) {
        Set<Long> seen = new HashSet<>();
        for (Task task : tasks) {
            seen.add(task.id());
            if (!told.contains(task.id())) {
                Instant at = event.equals("came") ? task.createdAt() : task.ending() == null ? null : task.ending().at();
                events.add(new Event(event, at, task));
            }
        }
        return seen;
    }
}
