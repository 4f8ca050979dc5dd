// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.model.Capture;
import dev.clew.model.Cause;
import dev.clew.model.Ending;
import dev.clew.model.OriginStep;
import dev.clew.model.Outcome;
import dev.clew.model.State;
import dev.clew.model.Task;
import dev.clew.model.answer.Whereabouts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One task with its lineage: the chain of creations root first, then where it is; for an ended one also who ended it.
 *
 * @param now the present
 */
record WhereText(Instant now) {

    String text(Whereabouts found, boolean terminated) {
        var text = new StringBuilder(head(found.task()));
        text.append("Stacks show the innermost frame first.\n");
        if (terminated) {
            text.append("\nWHO ENDED IT, outermost first\n");
            causes(text, found);
            text.append("\nWHERE IT CAME FROM, root first\n");
        }
        origin(text, found);
        if (found.task().state() == State.ENDED) {
            text.append(terminated ? "\nHOW IT ENDED\n" : "");
            ending(text, found);
        } else {
            present(text, found);
        }
        return text.toString();
    }

    private String head(Task task) {
        var head = new StringBuilder(Labels.task(task)).append(", ");
        Ending ending = task.ending();
        if (ending != null) {
            head.append(Labels.word(ending.outcome())).append(' ').append(Age.between(ending.at(), now)).append(" ago");
            Instant begun = task.startedAt() == null ? task.createdAt() : task.startedAt();
            head.append(begun == null ? "" : " after " + Age.between(begun, ending.at()));
        } else {
            head.append(Labels.word(task.state()));
            head.append(task.waitingOn() == null ? "" : " on " + Plain.line(task.waitingOn()));
            head.append(task.createdAt() == null ? "" : ", created " + Age.between(task.createdAt(), now) + " ago");
        }
        head.append(task.runs() > 0 ? ", " + Count.of(task.runs(), "run") : "");
        head.append(task.note() == null ? "" : " (" + Plain.line(task.note()) + ")");
        return head.append('\n').toString();
    }

    private static void origin(StringBuilder text, Whereabouts found) {
        List<OriginStep> steps = found.origin();
        if (steps.isEmpty()) {
            text.append('\n').append(orphan(found.task())).append('\n');
        }
        int at = 0;
        while (at < steps.size()) {
            int next = at + 1;
            while (next < steps.size() && alike(steps.get(at), steps.get(next))) {
                next++;
            }
            step(text, steps.subList(at, next), created(found, next), at == 0);
            at = next;
        }
    }

    private static String orphan(Task task) {
        String relation = task.parent() == null ? "unknown" : task.parent().relation();
        return switch (relation) {
            case "root" -> Labels.task(task) + " is a root: no task created it.";
            default -> "Who created it is unknown" + reason(task.parent() == null ? null : task.parent().reason()) + ".";
        };
    }

    private static boolean alike(OriginStep a, OriginStep b) {
        return a.task() != null && a.dropped() == 0 && a.kind() == b.kind() && a.capture() == b.capture()
                && Objects.equals(a.name(), b.name()) && a.stack().equals(b.stack());
    }

    private static String created(Whereabouts found, int next) {
        if (next == found.origin().size()) {
            return Labels.task(found.task());
        }
        OriginStep step = found.origin().get(next);
        return Labels.task(step.kind(), step.task(), step.name());
    }

    private static void step(StringBuilder text, List<OriginStep> same, String created, boolean first) {
        OriginStep step = same.get(0);
        text.append('\n').append(creator(step, first)).append(" created ");
        if (same.size() > 1) {
            text.append("the next one, ").append(Count.number(same.size())).append(" times in a row, the last one ");
        }
        text.append(created).append(" here").append(how(step)).append(":\n");
        text.append(step.stack().isEmpty() ? "    no stack" + reason(step.reason()) + "\n"
                : StackText.frames(step.stack()));
        if (step.dropped() > 0) {
            text.append("    ... ").append(Count.of(step.dropped(), "creation"))
                    .append(" between this one and the next are no longer held\n");
        }
    }

    private static String creator(OriginStep step, boolean first) {
        if (step.task() == null) {
            return step.name() == null ? "unknown" + reason(step.reason())
                    : "`" + Plain.line(step.name()) + "`" + reason(step.reason());
        }
        return Labels.task(step.kind(), step.task(), step.name()) + (first ? ", root," : "");
    }

    private static String how(OriginStep step) {
        return step.capture() == Capture.SAMPLED ? " (sampled)"
                : step.capture() == Capture.THROTTLED ? " (throttled)" : "";
    }

    private static void present(StringBuilder text, Whereabouts found) {
        Task task = found.task();
        text.append('\n').append(Labels.task(task)).append(" is here now");
        text.append(task.thread() == null || task.thread().equals(task.name()) ? ""
                : ", on thread `" + Plain.line(task.thread()) + "`").append(":\n");
        text.append(found.stack().isEmpty() ? "    no stack" + reason(found.stackNote()) + "\n"
                : StackText.frames(found.stack()));
        if (!found.waiters().isEmpty()) {
            text.append("\nWaiting for it: ").append(found.waiters().size() == 1 ? "task " : "tasks ")
                    .append(String.join(", ", found.waiters().stream().map(String::valueOf).toList())).append('\n');
        }
        found.completers().forEach(who -> text.append("Who can complete it: ").append(Plain.line(who)).append('\n'));
    }

    private static void ending(StringBuilder text, Whereabouts found) {
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
            text.append("Nobody has looked at this failure.\n");
        }
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

    private void causes(StringBuilder text, Whereabouts found) {
        List<Cause> causes = found.causes();
        if (causes.isEmpty()) {
            text.append("\nNobody: it ended by itself.\n");
        }
        for (int i = 0; i < causes.size(); i++) {
            Cause cause = causes.get(i);
            String victim = i + 1 < causes.size()
                    ? Labels.task(causes.get(i + 1).kind(), causes.get(i + 1).task(), causes.get(i + 1).name())
                    : Labels.task(found.task());
            cause(text, cause, victim);
        }
    }

    private void cause(StringBuilder text, Cause cause, String victim) {
        text.append('\n').append(actor(cause)).append(" called ").append(Plain.line(cause.act())).append(" on ")
                .append(victim).append(" here:\n    ");
        text.append(cause.at() == null ? "at an unknown time" : Age.between(cause.at(), now) + " ago, at " + cause.at());
        text.append(cause.thread() == null ? "" : ", on thread `" + Plain.line(cause.thread()) + "`").append('\n');
        text.append(cause.reason() == null ? "" : "    reason: " + Plain.line(cause.reason()) + "\n");
        text.append(cause.stack().isEmpty() ? "    no stack\n" : StackText.frames(cause.stack()));
    }

    private static String actor(Cause cause) {
        if (cause.task() == null) {
            return cause.name() == null ? "Somebody unknown" : "`" + Plain.line(cause.name()) + "`";
        }
        return Labels.task(cause.kind(), cause.task(), cause.name())
                + (cause.present() == null ? "" : " (now " + Plain.line(cause.present()) + ")");
    }

    private static String reason(String reason) {
        return reason == null ? "" : " (" + Plain.line(reason) + ")";
    }
}
