// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.agent.record;

import dev.clew.agent.hook.Act;
import dev.clew.agent.hook.Reception;
import dev.clew.agent.hook.TaskRecord;
import dev.clew.model.Fate;
import dev.clew.model.Frame;
import dev.clew.model.Interruption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Decodes the interrupts that were sent to a task, and what became of each.
 *
 * <p><b>Threads</b>: Clew's own.
 */
final class Interruptions {

    private static final int BOUND = 64;

    private final Traces traces;
    private final Causes causes;
    private final Clock clock;

    Interruptions(Traces traces, Causes causes, Clock clock) {
        this.traces = traces;
        this.causes = causes;
        this.clock = clock;
    }

    /**
     * Returns the interrupts of a task, which may still receive the last one after it counts as ended.
     *
     * @param record the task
     * @param last the last interrupt that was sent to it, or null
     * @param flagged whether its thread's flag is set or, if it ended, was when it did
     */
    Interrupted.Held of(TaskRecord record, Act last, boolean flagged) {
        if (last == null) {
            return Interrupted.Held.NONE;
        }
        List<Interrupted> all = new ArrayList<>();
        Act oldest = last;
        for (Act at = last; at != null && all.size() < BOUND; at = at.earlier) {
            all.add(new Interrupted(interrupt(record, at, flagged), causes.actor(at)));
            oldest = at;
        }
        Collections.reverse(all);
        return new Interrupted.Held(List.copyOf(all), oldest.before);
    }

    private Interruption interrupt(TaskRecord record, Act act, boolean flagged) {
        Reception reception = act.reception();
        if (reception == null || act.unnoticed() || byAnother(record, reception)) {
            return new Interruption(causes.of(act), flagged ? Fate.PENDING : Fate.UNKNOWN, null, null, List.of(),
                    false);
        }
        return new Interruption(causes.of(act), reception.as == Reception.CLEARED ? Fate.CLEARED : Fate.RECEIVED,
                as(reception), clock.at(reception.at), doing(reception), reception.restored);
    }

    /** Whether the flag that a task left behind was noticed by what ran on its thread afterwards. */
    private static boolean byAnother(TaskRecord record, Reception reception) {
        long stopped = record.stoppedAt();
        long over = stopped != 0 && stopped - record.endedAt() > 0 ? stopped : record.endedAt();
        return record.ended() && record.runner() == null && reception.at - over > 0;
    }

    /** Returns what the thread was doing, without the constructor of the exception. */
    private List<Frame> doing(Reception reception) {
        List<Frame> frames = traces.of(reception).frames();
        int from = 0;
        while (from < frames.size() && frames.get(from).method().equals("<init>")
                && Sites.ofJdk(frames.get(from).className())) {
            from++;
        }
        return frames.subList(from, frames.size());
    }

    private static String as(Reception reception) {
        return switch (reception.as) {
            case Reception.EXCEPTION -> "InterruptedException";
            case Reception.CLOSED_CHANNEL -> "ClosedByInterruptException";
            case Reception.CLOSED_SOCKET -> "SocketException";
            case Reception.SELECTION -> "Selector.select";
            default -> "Thread.interrupted";
        };
    }
}
