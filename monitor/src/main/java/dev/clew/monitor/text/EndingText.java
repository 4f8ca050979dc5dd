// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.model.Cause;
import dev.clew.model.Ending;
import dev.clew.model.Frame;
import dev.clew.model.Kind;
import dev.clew.model.Outcome;
import dev.clew.model.Task;
import dev.clew.model.answer.Whereabouts;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a task ended, and who ended it.
 *
 * @param now the present
 */
record EndingText(Instant now) {

    private static final Pattern JDK = Pattern.compile("(java|javax|jdk|sun)\\.");

    void end(StringBuilder text, Whereabouts found) {
        Task task = found.task();
        Ending ending = task.ending();
        boolean failure = ending != null && ending.error() != null;
        text.append('\n').append(Labels.task(task)).append(ending == null ? " ended" : how(ending.outcome()))
                .append(task.thread() == null || task.thread().equals(task.name()) ? ""
                        : " on thread `" + Plain.line(task.thread()) + "`");
        if (failure) {
            text.append(" with\n").append(StackText.failure(ending.error()));
        } else {
            text.append(found.stack().isEmpty() ? ".\n" : " here:\n" + StackText.frames(found.stack()));
        }
        if (failure && Boolean.FALSE.equals(ending.observed())) {
            text.append(unseen(task)).append('\n');
        }
        if (ending != null && task.runs() > 0 && ending.outcome() == Outcome.FAILED) {
            text.append("This was run ").append(Count.number(task.runs())).append(", and it will not run again.\n");
        }
        if (ending != null && ending.late() != null) {
            late(text, ending);
        }
    }

    private static String unseen(Task task) {
        Ending ending = task.ending();
        return ending.collectedAt() == null ? "Nobody has looked at this failure."
                : "Never observed: its " + (task.kind() == Kind.SUBTASK ? "subtask" : "future") + " was collected "
                        + Age.between(ending.at(), ending.collectedAt()) + " later.";
    }

    private static void late(StringBuilder text, Ending ending) {
        text.append("\nDropped ").append(switch (ending.outcome()) {
            case CANCELLED -> "after the cancel";
            case TIMED_OUT -> "after its time was over";
            default -> "after it was completed";
        });
        text.append(Boolean.FALSE.equals(ending.late().observed()) ? ", never seen by anyone: " : ": ")
                .append(StackText.failure(ending.late().error()));
    }

    private static String how(Outcome outcome) {
        if (outcome == null) {
            return " ended";
        }
        return switch (outcome) {
            case RETURNED, FAILED -> " " + outcome.word();
            case CANCELLED, INTERRUPTED, REJECTED, ABANDONED -> " was " + outcome.word();
            case TIMED_OUT -> " ran out of time";
            case LOST -> " was lost: nobody was left who could have completed it";
        };
    }

    void causes(StringBuilder text, Whereabouts found) {
        List<Cause> causes = found.causes();
        if (causes.isEmpty()) {
            text.append("\nNobody: it ended by itself.\n");
        }
        for (int i = 0; i < causes.size(); i++) {
            Cause cause = causes.get(i);
            String victim = cause.more() > 0 ? "the next one" : i + 1 < causes.size()
                    ? Labels.task(causes.get(i + 1).kind(), causes.get(i + 1).task(), causes.get(i + 1).name())
                    : Labels.task(found.task());
            cause(text, cause, victim);
        }
        origins(text, found);
    }

    /** Tells where the tasks that acted came from, unless their creation is told with the task's own. */
    private static void origins(StringBuilder text, Whereabouts found) {
        Set<Long> told = new HashSet<>();
        found.origin().forEach(step -> told.add(step.task()));
        told.add(found.task().id());
        for (Cause cause : found.causes()) {
            if (!cause.origin().isEmpty() && told.add(cause.task())) {
                String label = Labels.task(cause.kind(), cause.task(), cause.name());
                text.append("\nWHERE ").append(label).append(" CAME FROM, root first\n");
                WhereText.steps(text, cause.origin(), label, null);
            }
        }
    }

    private void cause(StringBuilder text, Cause cause, String victim) {
        text.append('\n').append(actor(cause)).append(deed(cause)).append(victim).append(" here:\n");
        details(text, cause);
    }

    /** Returns what was done, to be followed by the task that it was done to. */
    static String deed(Cause cause) {
        String act = cause.act() == null ? "unknown" : cause.act();
        return switch (act) {
            case "timeout" -> " set the time limit of ";
            case "dependency" -> " failed, and with it ";
            case "timer died" -> " died, and with it ";
            default -> " called " + Plain.line(act) + " on ";
        };
    }

    /** Writes when, on which thread, why and from where. */
    void details(StringBuilder text, Cause cause) {
        text.append("    ").append(cause.at() == null ? "at an unknown time"
                : Age.between(cause.at(), now) + " ago, at " + Age.moment(cause.at()));
        text.append(cause.thread() == null ? "" : ", on thread `" + Plain.line(cause.thread()) + "`").append('\n');
        text.append(cause.reason() == null ? "" : "    reason: " + Plain.line(cause.reason()) + "\n");
        text.append(cause.stack().isEmpty() ? "    no stack\n" : StackText.frames(cause.stack()));
        if (cause.more() > 0) {
            text.append("\n... and ").append(Count.number(cause.more())).append(" more like this (")
                    .append(Plain.line(cause.act())).append(cause.stack().isEmpty() ? ""
                            : " at " + Plain.line(place(cause.stack()).toString())).append(")\n");
        }
    }

    /** Returns the first frame that is not the JDK's own, or the first one. */
    private static Frame place(List<Frame> stack) {
        return stack.stream().filter(frame -> !JDK.matcher(frame.className()).lookingAt()).findFirst()
                .orElse(stack.get(0));
    }

    static String actor(Cause cause) {
        if (cause.task() == null) {
            return cause.name() == null ? "Somebody unknown" : "`" + Plain.line(cause.name()) + "`";
        }
        return Labels.task(cause.kind(), cause.task(), cause.name())
                + (cause.present() == null ? "" : " (now " + Plain.line(cause.present()) + ")");
    }
}
