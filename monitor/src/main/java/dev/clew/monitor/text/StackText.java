// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.text;

import dev.clew.model.Failure;
import dev.clew.model.Frame;
import dev.clew.model.answer.StackDump;
import java.util.List;

/** Stacks, innermost frame first, never cut. */
final class StackText {

    private static final int MOST_FAILURES = 20;

    private StackText() {}

    static String frames(List<Frame> stack) {
        return frames(stack, null);
    }

    /** Returns a stack with its first frame that is a task's site marked; null marks none. */
    static String frames(List<Frame> stack, Frame site) {
        var text = new StringBuilder();
        int marked = site == null ? -1 : stack.indexOf(site);
        for (int i = 0; i < stack.size(); i++) {
            text.append(i == marked ? "  > at " : "    at ").append(Plain.line(stack.get(i).toString())).append('\n');
        }
        return text.toString();
    }

    static String failure(Failure failure) {
        var text = new StringBuilder();
        int depth = 0;
        for (Failure each = failure; each != null; each = each.causedBy()) {
            if (depth++ == MOST_FAILURES) {
                return text.append("and so on\n").toString();
            }
            text.append(depth == 1 ? "" : "Caused by: ").append(Plain.line(each.className()))
                    .append(each.message() == null ? "" : ": " + Plain.line(each.message())).append('\n')
                    .append(frames(each.stack()));
        }
        return text.toString();
    }

    static String dump(StackDump dump) {
        var text = new StringBuilder(Count.of(dump.stacks().size(), "stack"));
        if (dump.left() > 0) {
            text.append(" (").append(Count.number(dump.left())).append(" more; -n 0 shows all)");
        }
        text.append('\n');
        for (StackDump.Entry entry : dump.stacks()) {
            text.append('\n').append(Labels.task(entry.task())).append(", ").append(Plain.line(entry.threadState()))
                    .append(entry.task().waitingOn() == null ? ""
                            : " on " + Plain.line(entry.task().waitingOn())).append('\n')
                    .append(entry.stack().isEmpty() ? "    no stack\n" : frames(entry.stack()));
        }
        return text.toString();
    }
}
