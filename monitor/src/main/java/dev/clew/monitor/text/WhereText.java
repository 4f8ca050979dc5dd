// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.model.Capture;
import dev.clew.model.Ending;
import dev.clew.model.Frame;
import dev.clew.model.OriginStep;
import dev.clew.model.State;
import dev.clew.model.Task;
import dev.clew.model.answer.Whereabouts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One task with its lineage: the chain of creations root first, then where it is or how it ended.
 *
 * @param now the present
 */
record WhereText(Instant now) {

    String text(Whereabouts found, boolean terminated) {
        var text = new StringBuilder(head(found.task()));
        text.append(found.task().labels().isEmpty() ? "" : "Labels: " + Plain.line(Labels.said(found.task())) + "\n");
        text.append("Stacks show the innermost frame first").append(marked(found) ? "; > marks the site.\n" : ".\n");
        var ending = new EndingText(now);
        if (terminated) {
            text.append("\nWHO ENDED IT, outermost first\n");
            ending.causes(text, found);
            text.append("\nWHERE IT CAME FROM, root first\n");
        }
        origin(text, found);
        if (found.task().state() == State.ENDED) {
            text.append(terminated ? "\nHOW IT ENDED\n" : "");
            ending.end(text, found);
        } else {
            present(text, found);
        }
        new InterruptsText(now, terminated).interrupts(text, found);
        new VictimsText(now).victims(text, found);
        return text.toString();
    }

    /** Returns whether the stack that created the task has its site, which it has not if it was only sampled. */
    private static boolean marked(Whereabouts found) {
        int steps = found.origin().size();
        return found.task().site() != null && steps > 0
                && found.origin().get(steps - 1).stack().contains(found.task().site());
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
        steps(text, steps, Labels.task(found.task()), found.task().site());
    }

    /** Writes creations, root first, of which the last one made a task of this label at this site. */
    static void steps(StringBuilder text, List<OriginStep> steps, String made, Frame site) {
        int at = 0;
        while (at < steps.size()) {
            int next = at + 1;
            while (next < steps.size() && alike(steps.get(at), steps.get(next))) {
                next++;
            }
            step(text, steps.subList(at, next), created(steps, next, made), at == 0,
                    next == steps.size() ? site : null);
            at = next;
        }
    }

    private static String orphan(Task task) {
        String relation = task.parent() == null ? "unknown" : task.parent().relation();
        return switch (relation) {
            case "root" -> Labels.task(task) + " is a root: no task created it.";
            default -> "Who created it is unknown"
                    + (task.parent() == null ? "" : reason(task.parent().reason())) + ".";
        };
    }

    private static boolean alike(OriginStep a, OriginStep b) {
        return a.task() != null && a.dropped() == 0 && a.kind() == b.kind() && a.capture() == b.capture()
                && Objects.equals(a.name(), b.name()) && a.stack().equals(b.stack());
    }

    private static String created(List<OriginStep> steps, int next, String made) {
        if (next == steps.size()) {
            return made;
        }
        OriginStep step = steps.get(next);
        return Labels.task(step.kind(), step.task(), step.name());
    }

    private static void step(StringBuilder text, List<OriginStep> same, String created, boolean first,
            Frame site) {
        OriginStep step = same.get(0);
        text.append('\n').append(creator(step, first)).append(" created ");
        if (same.size() > 1) {
            text.append("the next one, ").append(Count.number(same.size())).append(" times in a row, the last one ");
        }
        text.append(created).append(" here").append(how(step)).append(":\n");
        text.append(step.stack().isEmpty() ? "    no stack" + reason(step.reason()) + "\n"
                : StackText.frames(step.stack(), site));
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

    private static String reason(String reason) {
        return reason == null ? "" : " (" + Plain.line(reason) + ")";
    }
}
