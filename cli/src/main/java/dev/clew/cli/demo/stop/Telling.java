// SPDX-FileCopyrightText: The Clew authors
// SPDX-License-Identifier: Apache-2.0
package dev.clew.cli.demo.stop;

import dev.clew.model.Failure;
import dev.clew.model.Frame;
import dev.clew.model.Kind;
import dev.clew.model.Task;
import java.util.List;
import java.util.Locale;

/** Words for tasks, numbers and places in a sentence. */
final class Telling {

    private static final String APPLICATION = "com.example.";

    private Telling() {}

    static String task(Task task) {
        return task(task.kind(), task.id(), task.name());
    }

    /** Returns for example {@code pool task 12 `OrderJob`}. */
    static String task(Kind kind, Long id, String name) {
        String noun = kind == null ? "task" : switch (kind) {
            case THREAD, FUTURE, SUBTASK -> kind.word();
            case VIRTUAL -> "virtual thread";
            case FORKJOIN -> "fork/join task";
            case POOL, DELAYED, PERIODIC, TIMER -> kind.word() + " task";
        };
        return noun + (id == null ? "" : " " + id) + (name == null ? "" : " `" + name + "`");
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String list(List<Long> ids) {
        return String.join(", ", ids.stream().map(String::valueOf).toList());
    }

    /** Returns a place, or that it is not known. */
    static String place(Frame frame) {
        return frame == null ? "an unknown place" : frame.brief();
    }

    /** Returns the innermost place of the application on a stack. */
    static String place(List<Frame> stack) throws Missing {
        return stack.stream().filter(frame -> frame.className().startsWith(APPLICATION)).findFirst()
                .orElseThrow(() -> new Missing("no frame of the application on a stack")).brief();
    }

    /** Returns where the application threw what is behind a failure. */
    static String place(Failure failure) throws Missing {
        return place(root(failure).stack());
    }

    /** Returns what is behind a failure, for example {@code IllegalStateException: no tariff}. */
    static String error(Failure failure) throws Missing {
        return root(failure).brief();
    }

    private static Failure root(Failure failure) throws Missing {
        if (failure == null) {
            throw new Missing("an ending without its error");
        }
        Failure root = failure;
        // A cycle of causes ends here as it does on the screen.
        for (int depth = 0; root.causedBy() != null && depth < 20; depth++) {
            root = root.causedBy();
        }
        return root;
    }
}
