// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Act;
import dev.clew.agent.hook.TaskRecord;
import dev.clew.agent.hook.ThreadRecord;
import dev.clew.model.Kind;
import dev.clew.model.Victim;
import dev.clew.monitor.Source;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds what a task ended or asked to stop: in the history by who ended a task, among the live ones by who interrupted
 * it last.
 *
 * <p><b>Cost</b>: one walk over the live tasks and one over the history; holds as many victims as an answer has.
 */
final class Fanout {

    private static final Kind[] KINDS = Kind.values();
    private static final String DEPENDENCY = "dependency";

    private final Recorder recorder;
    private final Traces traces;
    private final Causes causes;

    Fanout(Recorder recorder) {
        this.recorder = recorder;
        this.traces = recorder.traces();
        this.causes = recorder.causes();
    }

    /** Returns the victims of the task of an id. */
    Source.Victims of(long actor) {
        Map<Long, Victim> alive = new LinkedHashMap<>();
        var victims = new Selection();
        recorder.live(record -> {
            Victim victim = alive(record, actor);
            if (victim != null && alive.size() < Selection.MOST) {
                alive.put(victim.task(), victim);
            } else if (victim != null) {
                victims.leave();
            }
        });
        recorder.catchUp();
        for (Ended ended : recorder.history().newestFirst()) {
            if (hit(ended, actor)) {
                alive.remove(ended.id()); // it ended in the meantime
                victims.add(over(ended));
            }
        }
        return victims.with(alive.values());
    }

    private static boolean hit(Ended ended, long actor) {
        return ended.askedAt() != 0 && ended.cause().task() != null && ended.cause().task() == actor
                && ended.id() != actor;
    }

    private Victim over(Ended ended) {
        TaskRecord record = ended.record();
        String act = ended.cause().act();
        Thread runner = act.equals(DEPENDENCY) ? null : record.runner(); // its own code was not asked to stop
        boolean running = runner != null && runner.isAlive();
        Long stopped = running || act.equals(DEPENDENCY) ? null : stopped(record, ended.askedAt());
        return new Victim(ended.id(), ended.name(), KINDS[record.kind], act, ended.outcome(),
                recorder.clock().at(ended.askedAt()), stopped, running, running ? Names.shown(runner.getName()) : null);
    }

    /** Returns a live task as the victim of the last act on it; null if that was somebody else's. */
    private Victim alive(TaskRecord record, long actor) {
        Act bound = record instanceof ThreadRecord ? record.act() : null; // a future of it was cancelled
        Act act = bound == null ? record.interrupt() : bound;
        TaskRecord behind = act == null ? null : causes.actor(act);
        if (behind == null || behind.id != actor || record.id == actor || behind.own()) {
            return null;
        }
        long askedAt = Asked.at(record, act, traces);
        if (askedAt == 0) {
            return null;
        }
        Long stopped = stopped(record, askedAt);
        Thread runner = record.runner();
        boolean running = stopped == null && runner != null && runner.isAlive();
        return new Victim(record.id, Names.of(record, traces.of(record.creation)), KINDS[record.kind],
                causes.of(act).act(), null, recorder.clock().at(askedAt), stopped, running,
                running ? Names.shown(runner.getName()) : null);
    }

    private static Long stopped(TaskRecord record, long askedAt) {
        long stoppedAt = record.stoppedAt();
        return stoppedAt == 0 || stoppedAt - askedAt < 0 ? null : (Long) ((stoppedAt - askedAt) / 1_000);
    }
}
