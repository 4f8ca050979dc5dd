// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.monitor.query;

import dev.clew.model.Cause;
import dev.clew.model.Ending;
import dev.clew.model.Failure;
import dev.clew.model.Frame;
import dev.clew.model.Parent;
import dev.clew.model.Task;
import dev.clew.model.Word;
import dev.clew.monitor.Source.Sighting;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Reads a task's fields for filters: each text that stands for one. */
final class Reading {

    private static final int MOST_FAILURES = 20;

    private Reading() {}

    /** Returns whether a text of a field is what is wanted. */
    static boolean of(Field field, Sighting seen, Predicate<String> wanted) {
        Task task = seen.task();
        return switch (field) {
            case KIND -> word(task.kind(), wanted);
            case STATE -> word(task.state(), wanted);
            case OUTCOME -> task.ending() != null && word(task.ending().outcome(), wanted);
            case NAME -> wanted.test(task.name());
            case LABEL -> labels(task, wanted);
            case SITE -> frame(task.site(), wanted);
            case THREAD -> wanted.test(task.thread());
            case WAITING -> wanted.test(task.waitingOn());
            case ERROR -> error(task.ending(), wanted);
            case CAUSE -> task.ending() != null && cause(task.ending().cause(), wanted);
            case FRAME -> frames(seen, wanted);
            case PARENT -> parent(task.parent(), wanted);
            case ID, AGE, DURATION, ENDED, COUNT, LIVE, CREATED, RATE, FAILED, CANCELLED, UNOBSERVED -> false;
        };
    }

    /** Returns a task's number, or that of the one that created or ended it; null if there is none. */
    static Long number(Field field, Sighting seen) {
        Task task = seen.task();
        return switch (field) {
            case ID -> Long.valueOf(task.id());
            case PARENT -> task.parent() == null ? null : task.parent().task();
            case CAUSE -> task.ending() == null || task.ending().cause() == null ? null : task.ending().cause().task();
            default -> null;
        };
    }

    /** Returns whether a key, a value, or both as {@code key=value} are what is wanted. */
    static boolean labels(Task task, Predicate<String> wanted) {
        for (Map.Entry<String, String> label : task.labels().entrySet()) {
            if (wanted.test(label.getKey()) || wanted.test(label.getValue())
                    || wanted.test(label.getKey() + '=' + label.getValue())) {
                return true;
            }
        }
        return false;
    }

    static boolean frame(Frame frame, Predicate<String> wanted) {
        return frame != null && (wanted.test(frame.toString()) || wanted.test(frame.brief())
                || wanted.test(frame.className()) || wanted.test(frame.className() + '.' + frame.method()));
    }

    /** Returns whether a text of what a task failed with, or threw after its end, is what is wanted. */
    static boolean error(Ending ending, Predicate<String> wanted) {
        return ending != null && (error(ending.error(), wanted)
                || ending.late() != null && error(ending.late().error(), wanted));
    }

    private static boolean error(Failure failure, Predicate<String> wanted) {
        int depth = 0;
        for (Failure each = failure; each != null && depth < MOST_FAILURES; each = each.causedBy(), depth++) {
            if (wanted.test(each.className()) || wanted.test(each.brief()) || wanted.test(each.message())) {
                return true;
            }
        }
        return false;
    }

    private static boolean frames(Sighting seen, Predicate<String> wanted) {
        Ending ending = seen.task().ending();
        if (frames(seen.created(), wanted)) {
            return true;
        }
        if (ending == null) {
            return false;
        }
        int depth = 0;
        for (Failure each = ending.error(); each != null && depth < MOST_FAILURES; each = each.causedBy(), depth++) {
            if (frames(each.stack(), wanted)) {
                return true;
            }
        }
        return ending.cause() != null && frames(ending.cause().stack(), wanted);
    }

    private static boolean frames(List<Frame> stack, Predicate<String> wanted) {
        for (Frame each : stack) {
            if (frame(each, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean cause(Cause cause, Predicate<String> wanted) {
        return cause != null && (wanted.test(cause.name()) || wanted.test(cause.thread()) || wanted.test(cause.act())
                || wanted.test(cause.reason()) || frames(cause.stack(), wanted));
    }

    private static boolean parent(Parent parent, Predicate<String> wanted) {
        return parent == null ? wanted.test("unknown")
                : parent.relation().equals("task") ? wanted.test(parent.name())
                : wanted.test(parent.relation()) || wanted.test(parent.reason());
    }

    private static boolean word(Word word, Predicate<String> wanted) {
        return word != null && wanted.test(word.word());
    }
}
