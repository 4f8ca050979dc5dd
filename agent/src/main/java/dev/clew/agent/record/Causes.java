// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Act;
import dev.clew.agent.hook.Creation;
import dev.clew.agent.hook.TaskRecord;
import dev.clew.model.Cause;
import dev.clew.model.Kind;
import java.time.Duration;
import java.util.List;

/**
 * Tells who stands behind an act: the task that acted or, if a timer of the JDK did, the task that asked for it.
 *
 * <p><b>Threads</b>: Clew's own.
 */
final class Causes {

    private static final Kind[] KINDS = Kind.values();
    private static final String CONCURRENT = "java.util.concurrent.";
    /** Work that the JDK has a timer do to a future. */
    static final List<String> TIMED = List.of(CONCURRENT + "CompletableFuture$Timeout",
            CONCURRENT + "CompletableFuture$DelayedCompleter");

    private final Traces traces;
    private final Clock clock;

    Causes(Traces traces, Clock clock) {
        this.traces = traces;
        this.clock = clock;
    }

    /** Returns the task that is to be named for an act; null if it is not known. */
    TaskRecord actor(Act act) {
        if (timer(act.actor)) {
            return act.actor.creation.capture == Creation.BEFORE_ATTACH ? null : act.actor.parent;
        }
        return act.unseen || timedBefore(act, traces.of(act)) ? null : act.actor;
    }

    /** Returns an act in words. */
    Cause of(Act act) {
        Trace trace = traces.of(act);
        if (act.unseen) {
            return unseen("interrupt");
        }
        if (timer(act.actor) || timedBefore(act, trace)) {
            return timeout(act, trace);
        }
        TaskRecord actor = act.actor;
        String word = Acts.word(act, trace);
        if (actor != null && actor.own()) {
            return new Cause(word, null, "Clew", null, null, Names.shown(act.thread), clock.at(act.at), trace.frames(),
                    act.reason);
        }
        return new Cause(word, actor == null ? null : actor.id, name(actor), kind(actor), null, Names.shown(act.thread),
                clock.at(act.at), trace.frames(), reason(act));
    }

    private String reason(Act act) {
        TaskRecord favoured = act.favoured;
        if (favoured != null) {
            return "to make room for task " + favoured.id + " `" + name(favoured) + "`";
        }
        if (act.reason != null || act.actor == null) {
            return act.reason != null ? act.reason : "the source is not known";
        }
        return act.stack.length == 0 && act.kind != Act.DEPENDENCY ? "throttled" : null;
    }

    /** Returns an act that nobody was seen to do. */
    Cause unseen(String act) {
        return new Cause(act, null, null, null, null, null, null, List.of(), "the " + act + " was not seen");
    }

    /** Returns a timeout: whoever asked for it, from there, and not the timer. */
    private Cause timeout(Act act, Trace trace) {
        TaskRecord asker = actor(act);
        if (asker == null) {
            return new Cause(Acts.TIMEOUT, null, null, null, null, Names.shown(act.thread), clock.at(act.at),
                    trace.frames(), "who asked for it is not known: before attach");
        }
        TaskRecord timer = act.actor;
        String thread = asker.kind <= TaskRecord.VIRTUAL || asker.kind == TaskRecord.SUBTASK ? name(asker) : null;
        Duration waited = Duration.ofMillis((act.at - timer.createdAt) / 1_000_000);
        return new Cause(Acts.TIMEOUT, asker.id, name(asker), kind(asker), null, thread, clock.at(act.at),
                traces.of(timer.creation).frames(), "asked for " + waited.toMillis() + " ms before");
    }

    /** Whether a task is a delayed one that the JDK made to end another one in time. */
    private boolean timer(TaskRecord actor) {
        if (actor == null || actor.kind != TaskRecord.DELAYED) {
            return false;
        }
        traces.of(actor.creation);
        return actor.creation.work instanceof String work && work.startsWith(CONCURRENT);
    }

    /** Whether a timer acted that was there before Clew. */
    private static boolean timedBefore(Act act, Trace trace) {
        return act.kind == Act.COMPLETE
                && trace.frames().stream().anyMatch(frame -> TIMED.contains(frame.className()))
                && !Acts.calls(trace, "postComplete")
                || act.kind == Act.INTERRUPT
                && trace.frames().stream().anyMatch(frame -> frame.method().startsWith("lambda$scheduleTimeout"));
    }

    private String name(TaskRecord task) {
        return task == null ? null : Names.of(task, traces.of(task.creation));
    }

    private static Kind kind(TaskRecord task) {
        return task == null ? null : KINDS[task.kind];
    }
}
