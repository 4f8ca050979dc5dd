// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.model.Cause;
import dev.clew.model.Fate;
import dev.clew.model.Interruption;
import dev.clew.model.Outcome;
import dev.clew.model.State;
import dev.clew.model.Task;
import dev.clew.model.answer.Whereabouts;
import java.time.Instant;
import java.util.Objects;

/**
 * The interrupts that were sent to a task: by whom, what the task was doing when it noticed, and what it did then.
 *
 * @param now the present
 * @param terminated whether the causes of the task's end are told above
 */
record InterruptsText(Instant now, boolean terminated) {

    void interrupts(StringBuilder text, Whereabouts found) {
        long all = found.interrupts().size() + found.interruptsLeft();
        if (all == 0) {
            return;
        }
        text.append("\nINTERRUPTS SENT TO IT: ").append(Count.number(all)).append('\n');
        if (found.interruptsLeft() > 0) {
            text.append("\n... ").append(Count.of(found.interruptsLeft(), "interrupt"))
                    .append(" before these are no longer held\n");
        }
        for (int i = 0; i < found.interrupts().size(); i++) {
            boolean last = i + 1 == found.interrupts().size();
            interrupt(text, found.interrupts().get(i), found, last);
        }
    }

    private void interrupt(StringBuilder text, Interruption interrupt, Whereabouts found, boolean last) {
        Cause by = interrupt.by();
        text.append('\n').append(EndingText.actor(by)).append(EndingText.deed(by));
        if (last && told(by, found)) {
            text.append("it, as told above\n");
        } else {
            text.append("it here:\n");
            new EndingText(now).details(text, by);
        }
        text.append("    ").append(fate(interrupt, found.task(), last)).append('\n');
        if (interrupt.fate() == Fate.RECEIVED || interrupt.fate() == Fate.CLEARED) {
            text.append(interrupt.stack().isEmpty() ? "    no stack\n" : StackText.frames(interrupt.stack()));
        }
    }

    /** Whether what ended the task is what interrupted it: a cancel does both. */
    private boolean told(Cause by, Whereabouts found) {
        if (!terminated || by.task() == null || found.causes().isEmpty()) {
            return false;
        }
        Cause ended = found.causes().get(found.causes().size() - 1);
        return by.task().equals(ended.task()) && Objects.equals(by.act(), ended.act())
                && Objects.equals(by.thread(), ended.thread());
    }

    private static String fate(Interruption interrupt, Task task, boolean last) {
        boolean ended = task.state() == State.ENDED;
        return switch (interrupt.fate() == null ? Fate.UNKNOWN : interrupt.fate()) {
            case RECEIVED -> "received as " + Plain.line(interrupt.as()) + delay(interrupt) + ", here"
                    + then(interrupt, task, last) + ":";
            case CLEARED -> "not received: its flag was cleared by " + Plain.line(interrupt.as()) + delay(interrupt)
                    + ", here" + then(interrupt, task, last) + ":";
            case PENDING -> ended ? "not received: its flag was still set when it ended"
                    : "not received so far: its flag is set";
            case UNKNOWN -> "not received as far as it is known: its flag is not set, and nobody was seen to clear it";
        };
    }

    private static String delay(Interruption interrupt) {
        Instant sent = interrupt.by().at();
        return sent == null || interrupt.at() == null ? "" : " " + Age.between(sent, interrupt.at()) + " later";
    }

    private static String then(Interruption interrupt, Task task, boolean last) {
        String flag = interrupt.restored() ? "; it set its flag again" : "";
        Outcome outcome = task.ending() == null ? null : task.ending().outcome();
        if (outcome == null || !last) {
            return flag + (flag.isEmpty() ? "; it" : " and") + " went on";
        }
        String end = switch (outcome) {
            case INTERRUPTED -> "stopped";
            case RETURNED, FAILED -> "went on and " + outcome.word();
            case CANCELLED, TIMED_OUT, REJECTED, ABANDONED, LOST -> "";
        };
        return flag + (end.isEmpty() ? "" : flag.isEmpty() ? "; it " + end : " and " + end);
    }
}
